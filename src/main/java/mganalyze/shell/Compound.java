package mganalyze.shell;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The commands that are made of others: groups, conditions, loops. */
final class Compound {
  private Compound() {}

  /** A compound command with redirections behind it. */
  record Redirected(Command command, List<Redirect> redirects) implements Command {
    @Override
    public int run(Interpreter shell, Streams streams) throws IOException {
      return command.run(shell, Redirect.apply(redirects, shell, streams));
    }

    @Override
    public void visit(Consumer<SimpleCommand> visitor) {
      command.visit(visitor);
      redirects.forEach(redirect -> SimpleCommand.visit(redirect.text(), visitor));
    }
  }

  /** {@code ( … )}. */
  record Subshell(CommandList body) implements Command {
    @Override
    public int run(Interpreter shell, Streams streams) throws IOException {
      return shell.subshell().runToExit(body, streams);
    }

    @Override
    public void visit(Consumer<SimpleCommand> visitor) {
      body.visit(visitor);
    }
  }

  /** {@code if}; {@code elif} is an {@code If} in {@code otherwise}. */
  record If(CommandList condition, CommandList body, CommandList otherwise) implements Command {
    @Override
    public int run(Interpreter shell, Streams streams) throws IOException {
      boolean holds = shell.asCondition(() -> condition.run(shell, streams)) == 0;
      return (holds ? body : otherwise).run(shell, streams);
    }

    @Override
    public void visit(Consumer<SimpleCommand> visitor) {
      condition.visit(visitor);
      body.visit(visitor);
      otherwise.visit(visitor);
    }
  }

  /** {@code case word in pattern) … ;; esac}. */
  record Case(Word subject, List<Branch> branches) implements Command {
    record Branch(List<Word> patterns, CommandList body) {}

    @Override
    public int run(Interpreter shell, Streams streams) throws IOException {
      String text = subject.single(shell, streams);
      for (Branch branch : branches) {
        for (Word pattern : branch.patterns()) {
          if (pattern.pattern(shell, streams).matches(text)) {
            return branch.body().run(shell, streams);
          }
        }
      }
      return 0;
    }

    @Override
    public void visit(Consumer<SimpleCommand> visitor) {
      SimpleCommand.visit(subject, visitor);
      for (Branch branch : branches) {
        branch.patterns().forEach(pattern -> SimpleCommand.visit(pattern, visitor));
        branch.body().visit(visitor);
      }
    }
  }

  /** {@code [[ … ]]}. */
  record Test(Condition condition) implements Command {
    @Override
    public int run(Interpreter shell, Streams streams) throws IOException {
      return condition.holds(shell, streams) ? 0 : 1;
    }

    @Override
    public void visit(Consumer<SimpleCommand> visitor) {
      condition.words().forEach(word -> SimpleCommand.visit(word, visitor));
    }
  }

  /** {@code (( … ))}. */
  record Calculation(Word expression) implements Command {
    @Override
    public int run(Interpreter shell, Streams streams) throws IOException {
      return Arithmetic.evaluate(expression.single(shell, streams), shell.state()) != 0 ? 0 : 1;
    }

    @Override
    public void visit(Consumer<SimpleCommand> visitor) {
      SimpleCommand.visit(expression, visitor);
    }
  }
}
