package mganalyze.shell.awk;

import java.util.List;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.regex.Regex;

/** What has a value. */
interface Expression {
  Value evaluate(AwkRun run);

  /** What can be assigned to. */
  interface Place extends Expression {
    void assign(Value value, AwkRun run);
  }

  record Constant(Value value) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return value;
    }
  }

  record Variable(String name) implements Place {
    @Override
    public Value evaluate(AwkRun run) {
      return run.variable(name);
    }

    @Override
    public void assign(Value value, AwkRun run) {
      run.assign(name, value);
    }
  }

  /** {@code $n}. */
  record Field(Expression number) implements Place {
    @Override
    public Value evaluate(AwkRun run) {
      return run.record().field(index(run));
    }

    @Override
    public void assign(Value value, AwkRun run) {
      run.record().assign(index(run), value.text(run.numberFormat()));
    }

    private int index(AwkRun run) {
      double index = number.evaluate(run).number();
      if (index < 0 || index > Record.MAX_FIELDS) {
        throw new AwkException("attempt to access field " + (long) index);
      }
      return (int) index;
    }
  }

  /** {@code a[i]} or {@code a[i,j]}. */
  record Element(String array, List<Expression> index) implements Place {
    @Override
    public Value evaluate(AwkRun run) {
      return run.array(array).computeIfAbsent(key(run), k -> Value.NOTHING);
    }

    @Override
    public void assign(Value value, AwkRun run) {
      run.array(array).put(key(run), value);
    }

    String key(AwkRun run) {
      return Expression.key(index, run);
    }
  }

  /** The subscript of an array, several joined by SUBSEP. */
  static String key(List<Expression> index, AwkRun run) {
    String key = index.get(0).evaluate(run).text(run.numberFormat());
    if (index.size() == 1) {
      return key;
    }
    StringBuilder joined = new StringBuilder(key);
    for (Expression part : index.subList(1, index.size())) {
      joined.append(run.variable("SUBSEP").text(run.numberFormat()));
      joined.append(part.evaluate(run).text(run.numberFormat()));
    }
    return joined.toString();
  }

  /** {@code (i,j) in a}. */
  record In(List<Expression> index, String array) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return Value.of(run.array(array).containsKey(key(index, run)));
    }
  }

  /**
   * {@code x = y}, {@code x += y}.
   *
   * @param operator empty for a plain assignment
   */
  record Assign(Place place, String operator, Expression value) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      Value right = value.evaluate(run);
      Value result =
          operator.isEmpty()
              ? right
              : Arithmetic.apply(operator, place.evaluate(run).number(), right.number());
      place.assign(result, run);
      return result;
    }
  }

  /** {@code x++}, {@code --x}. */
  record Step(Place place, int by, boolean isPrefix) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      double before = place.evaluate(run).number();
      Value after = Value.number(before + by);
      place.assign(after, run);
      return isPrefix ? after : Value.number(before);
    }
  }

  record Arithmetic(Expression left, String operator, Expression right) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      double first = left.evaluate(run).number();
      return apply(operator, first, right.evaluate(run).number());
    }

    static Value apply(String operator, double left, double right) {
      boolean divides = operator.equals("/") || operator.equals("%");
      if (divides && right == 0) {
        throw new AwkException(
            "division by zero attempted" + (operator.equals("%") ? " in `%'" : ""));
      }
      return Value.number(
          switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "%" -> left % right;
            case "^", "**" -> Math.pow(left, right);
            default -> throw new IllegalStateException(operator);
          });
    }
  }

  record Negate(Expression inner) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return Value.number(-inner.evaluate(run).number());
    }
  }

  record Plus(Expression inner) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return Value.number(inner.evaluate(run).number());
    }
  }

  record Not(Expression inner) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return Value.of(!inner.evaluate(run).isTrue());
    }
  }

  record And(Expression left, Expression right) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return Value.of(left.evaluate(run).isTrue() && right.evaluate(run).isTrue());
    }
  }

  record Or(Expression left, Expression right) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return Value.of(left.evaluate(run).isTrue() || right.evaluate(run).isTrue());
    }
  }

  record Choice(Expression condition, Expression yes, Expression no) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return (condition.evaluate(run).isTrue() ? yes : no).evaluate(run);
    }
  }

  record Compare(Expression left, String operator, Expression right) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      Value first = left.evaluate(run);
      int order = first.compare(right.evaluate(run), run.numberFormat());
      return Value.of(
          switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "==" -> order == 0;
            default -> order != 0;
          });
    }
  }

  record Concatenate(Expression left, Expression right) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      String first = left.evaluate(run).text(run.numberFormat());
      String text = first.concat(right.evaluate(run).text(run.numberFormat()));
      if (text.length() > run.textLimit()) {
        throw new LimitExceededException("stopped: awk text of " + text.length() + " characters");
      }
      return Value.ofText(text);
    }
  }

  /** {@code /expression/}; alone it looks at the whole record. */
  record RegexLiteral(Regex regex) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return Value.of(regex.isIn(run.record().text()));
    }
  }

  /** {@code x ~ y}. */
  record Match(Expression text, boolean isNegated, Expression pattern) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      String subject = text.evaluate(run).text(run.numberFormat());
      return Value.of(run.regex(pattern).isIn(subject) != isNegated);
    }
  }

  /** {@code (x)}: what was in parentheses is no list of print arguments any more. */
  record Grouping(List<Expression> items) implements Expression {
    @Override
    public Value evaluate(AwkRun run) {
      return items.get(0).evaluate(run);
    }
  }
}
