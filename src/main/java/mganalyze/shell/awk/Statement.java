package mganalyze.shell.awk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What does something. */
interface Statement {
  Flow run(AwkRun run) throws IOException;

  record Block(List<Statement> statements) implements Statement {
    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public Flow run(AwkRun run) throws IOException {
      for (Statement statement : statements) {
        Flow flow = statement.run(run);
        if (flow != Flow.NORMAL) {
          return flow;
        }
      }
      return Flow.NORMAL;
    }
  }

  record Evaluate(Expression expression) implements Statement {
    @Override
    public Flow run(AwkRun run) {
      run.step();
      expression.evaluate(run);
      return Flow.NORMAL;
    }
  }

  /** {@code print a, b}. */
  record Print(List<Expression> values, boolean toErrors) implements Statement {
    @Override
    public Flow run(AwkRun run) throws IOException {
      run.step();
      StringBuilder line = new StringBuilder();
      if (values.isEmpty()) {
        line.append(run.record().text());
      }
      for (int i = 0; i < values.size(); i++) {
        line.append(i == 0 ? "" : run.text("OFS"));
        line.append(values.get(i).evaluate(run).text(run.outputFormat()));
      }
      run.print(line.append(run.text("ORS")).toString(), toErrors);
      return Flow.NORMAL;
    }
  }

  /** {@code printf format, a, b}. */
  record PrintFormatted(List<Expression> values, boolean toErrors) implements Statement {
    @Override
    public Flow run(AwkRun run) throws IOException {
      run.step();
      run.print(format(values, run), toErrors);
      return Flow.NORMAL;
    }

    static String format(List<Expression> values, AwkRun run) {
      List<Value> arguments = new ArrayList<>();
      String format = values.get(0).evaluate(run).text(run.numberFormat());
      for (Expression value : values.subList(1, values.size())) {
        arguments.add(value.evaluate(run));
      }
      return Printf.format(format, arguments, run.numberFormat());
    }
  }

  record If(Expression condition, Statement yes, Statement no) implements Statement {
    @Override
    public Flow run(AwkRun run) throws IOException {
      run.step();
      return (condition.evaluate(run).isTrue() ? yes : no).run(run);
    }
  }

  /** All loops but {@code for (k in a)}. */
  record Loop(
      Statement first, Expression condition, Statement each, Statement body, boolean testsLate)
      implements Statement {
    @Override
    public Flow run(AwkRun run) throws IOException {
      first.run(run);
      boolean skipsTest = testsLate;
      while (skipsTest || condition.evaluate(run).isTrue()) {
        run.step();
        skipsTest = false;
        Flow flow = body.run(run);
        if (flow == Flow.BREAK) {
          break;
        }
        if (flow == Flow.NEXT || flow == Flow.EXIT) {
          return flow;
        }
        each.run(run);
      }
      return Flow.NORMAL;
    }
  }

  /** {@code for (k in a)}. */
  record ForIn(String variable, String array, Statement body) implements Statement {
    @Override
    public Flow run(AwkRun run) throws IOException {
      for (String key : new ArrayList<>(run.array(array).keySet())) {
        run.step();
        run.assign(variable, Value.input(key));
        Flow flow = body.run(run);
        if (flow == Flow.BREAK) {
          break;
        }
        if (flow == Flow.NEXT || flow == Flow.EXIT) {
          return flow;
        }
      }
      return Flow.NORMAL;
    }
  }

  /** {@code delete a} or {@code delete a[i]}. */
  record Delete(String array, List<Expression> index) implements Statement {
    @Override
    public Flow run(AwkRun run) {
      if (index.isEmpty()) {
        run.array(array).clear();
      } else {
        run.array(array).remove(Expression.key(index, run));
      }
      return Flow.NORMAL;
    }
  }

  /** {@code next}, {@code break}, {@code continue}. */
  record Leave(Flow flow) implements Statement {
    @Override
    public Flow run(AwkRun run) {
      return flow;
    }
  }

  /** {@code exit status}. */
  record Exit(List<Expression> status) implements Statement {
    @Override
    public Flow run(AwkRun run) {
      for (Expression expression : status) {
        run.status((int) expression.evaluate(run).number() & 0xFF);
      }
      return Flow.EXIT;
    }
  }
}
