package mganalyze.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What stands in {@code [[ … ]]}. */
sealed interface Condition {
  boolean holds(Interpreter shell, Streams streams) throws IOException;

  /** The words in it, for a look at their substitutions. */
  List<Word> words();

  /** {@code -z word}. */
  record Unary(String operator, Word word) implements Condition {
    @Override
    public boolean holds(Interpreter shell, Streams streams) throws IOException {
      String value = word.single(shell, streams);
      return switch (operator) {
        case "-n" -> !value.isEmpty();
        case "-z" -> value.isEmpty();
        case "-v" -> shell.state().variables().containsKey(value);
        default -> throw new UnsupportedCommandException("[[ " + operator + " ]]");
      };
    }

    @Override
    public List<Word> words() {
      return List.of(word);
    }
  }

  /** {@code a == pattern}, {@code a =~ regex}, {@code a -lt b}. */
  record Binary(Word left, String operator, Word right) implements Condition {
    @Override
    public boolean holds(Interpreter shell, Streams streams) throws IOException {
      String value = left.single(shell, streams);
      return switch (operator) {
        case "=", "==" -> right.pattern(shell, streams).matches(value);
        case "!=" -> !right.pattern(shell, streams).matches(value);
        case "<" -> value.compareTo(right.single(shell, streams)) < 0;
        case ">" -> value.compareTo(right.single(shell, streams)) > 0;
        case "=~" -> RegexCondition.matches(value, right.pieces(shell, streams));
        default -> compare(Arithmetic.evaluate(value, shell.state()), shell, streams);
      };
    }

    private boolean compare(long value, Interpreter shell, Streams streams) throws IOException {
      long other = Arithmetic.evaluate(right.single(shell, streams), shell.state());
      return switch (operator) {
        case "-eq" -> value == other;
        case "-ne" -> value != other;
        case "-lt" -> value < other;
        case "-le" -> value <= other;
        case "-gt" -> value > other;
        case "-ge" -> value >= other;
        default -> throw new UnsupportedCommandException("[[ " + operator + " ]]");
      };
    }

    @Override
    public List<Word> words() {
      return List.of(left, right);
    }
  }

  /** {@code ! a}. */
  record Not(Condition inner) implements Condition {
    @Override
    public boolean holds(Interpreter shell, Streams streams) throws IOException {
      return !inner.holds(shell, streams);
    }

    @Override
    public List<Word> words() {
      return inner.words();
    }
  }

  /** {@code a && b} or {@code a || b}. */
  record Both(Condition left, boolean isAnd, Condition right) implements Condition {
    @Override
    public boolean holds(Interpreter shell, Streams streams) throws IOException {
      boolean first = left.holds(shell, streams);
      return first == isAnd ? right.holds(shell, streams) : first;
    }

    @Override
    public List<Word> words() {
      List<Word> words = new ArrayList<>(left.words());
      words.addAll(right.words());
      return words;
    }
  }
}
