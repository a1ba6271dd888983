package mganalyze.shell;

import java.io.IOException;
import java.util.function.Consumer;

/** What can be run: a simple command, or one made of others. */
interface Command {
  /** Runs it and returns the exit status. */
  int run(Interpreter shell, Streams streams) throws IOException;

  /** Shows every simple command in it, those in substitutions included. */
  void visit(Consumer<SimpleCommand> visitor);
}
