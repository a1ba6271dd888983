package mganalyze.shell;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** {@code ! a | b}: each stage reads the whole output of the one before. */
record Pipeline(boolean isNegated, List<Command> stages) implements Command {
  Pipeline {
    stages = List.copyOf(stages);
  }

  @Override
  public int run(Interpreter shell, Streams streams) throws IOException {
    shell.budget().step();
    int status = stages.size() == 1 ? stages.get(0).run(shell, streams) : runAll(shell, streams);
    return isNegated ? (status == 0 ? 1 : 0) : status;
  }

  private int runAll(Interpreter shell, Streams streams) throws IOException {
    int status = 0;
    int lastFailure = 0;
    Input input = streams.in();
    for (int i = 0; i < stages.size(); i++) {
      Interpreter subshell = shell.subshell();
      boolean isLast = i == stages.size() - 1;
      Pipe pipe = new Pipe(shell.newBuffer());
      Streams own = new Streams(input, isLast ? streams.out() : pipe, streams.err());
      status = subshell.runToExit(stages.get(i), own);
      lastFailure = status == 0 ? lastFailure : status;
      input = new Input(pipe);
    }
    return shell.state().isPipefail() ? lastFailure : status;
  }

  @Override
  public void visit(Consumer<SimpleCommand> visitor) {
    stages.forEach(stage -> stage.visit(visitor));
  }
}
