package mganalyze.shell;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code a && b || c}.
 *
 * @param wantsSuccess for each pipeline but the first: whether {@code &&} stands before it
 */
record AndOr(List<Pipeline> pipelines, List<Boolean> wantsSuccess) implements Command {
  AndOr {
    pipelines = List.copyOf(pipelines);
    wantsSuccess = List.copyOf(wantsSuccess);
  }

  @Override
  public int run(Interpreter shell, Streams streams) throws IOException {
    int last = pipelines.size() - 1;
    int status = runOne(0, shell, streams);
    for (int i = 1; i <= last; i++) {
      if (wantsSuccess.get(i - 1) == (status == 0)) {
        shell.state().lastStatus(status);
        status = runOne(i, shell, streams);
      }
    }
    return status;
  }

  private int runOne(int i, Interpreter shell, Streams streams) throws IOException {
    Pipeline pipeline = pipelines.get(i);
    boolean isLast = i == pipelines.size() - 1;
    int status =
        isLast && !pipeline.isNegated()
            ? pipeline.run(shell, streams)
            : shell.asCondition(() -> pipeline.run(shell, streams));
    if (isLast && status != 0 && !pipeline.isNegated() && shell.stopsOnError()) {
      throw new Jump(Jump.Kind.EXIT, status);
    }
    return status;
  }

  @Override
  public void visit(Consumer<SimpleCommand> visitor) {
    pipelines.forEach(pipeline -> pipeline.visit(visitor));
  }
}
