package mganalyze.shell;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Commands one after the other: {@code a; b}. */
record CommandList(List<Command> commands) implements Command {
  CommandList {
    commands = List.copyOf(commands);
  }

  @Override
  public int run(Interpreter shell, Streams streams) throws IOException {
    int status = 0;
    for (Command command : commands) {
      status = command.run(shell, streams);
      shell.state().lastStatus(status);
    }
    return status;
  }

  @Override
  public void visit(Consumer<SimpleCommand> visitor) {
    commands.forEach(command -> command.visit(visitor));
  }
}
