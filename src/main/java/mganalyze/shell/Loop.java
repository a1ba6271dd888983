package mganalyze.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The loops; {@code break} and {@code continue} arrive here as {@link Jump}. */
final class Loop {
  private Loop() {}

  /** {@code for x in a b; do … done}. */
  record For(String variable, List<Word> words, CommandList body) implements Command {
    @Override
    public int run(Interpreter shell, Streams streams) throws IOException {
      List<String> values = new ArrayList<>();
      for (Word word : words) {
        word.fields(shell, streams, values);
      }
      shell.enterLoop();
      try {
        return runFor(values, shell, streams);
      } finally {
        shell.leaveLoop();
      }
    }

    private int runFor(List<String> values, Interpreter shell, Streams streams) throws IOException {
      int status = 0;
      for (String value : values) {
        shell.budget().step();
        shell.state().variables().put(variable, value);
        try {
          status = body.run(shell, streams);
        } catch (Jump jump) {
          status = 0;
          if (endsLoop(jump)) {
            break;
          }
        }
      }
      return status;
    }

    @Override
    public void visit(Consumer<SimpleCommand> visitor) {
      words.forEach(word -> SimpleCommand.visit(word, visitor));
      body.visit(visitor);
    }
  }

  /** {@code while a; do b; done}, and {@code until}. */
  record While(boolean isUntil, CommandList condition, CommandList body) implements Command {
    @Override
    public int run(Interpreter shell, Streams streams) throws IOException {
      shell.enterLoop();
      try {
        return runWhile(shell, streams);
      } finally {
        shell.leaveLoop();
      }
    }

    private int runWhile(Interpreter shell, Streams streams) throws IOException {
      int status = 0;
      while (true) {
        shell.budget().check();
        try {
          boolean holds = shell.asCondition(() -> condition.run(shell, streams)) == 0;
          if (holds == isUntil) {
            return status;
          }
          status = body.run(shell, streams);
        } catch (Jump jump) {
          status = 0;
          if (endsLoop(jump)) {
            return status;
          }
        }
      }
    }

    @Override
    public void visit(Consumer<SimpleCommand> visitor) {
      condition.visit(visitor);
      body.visit(visitor);
    }
  }

  /** Whether this loop ends; throws the jump on if it is meant for one further out. */
  private static boolean endsLoop(Jump jump) {
    if (jump.kind() == Jump.Kind.EXIT) {
      throw jump;
    }
    if (jump.number() > 1) {
      throw new Jump(jump.kind(), jump.number() - 1);
    }
    return jump.kind() == Jump.Kind.BREAK;
  }
}
