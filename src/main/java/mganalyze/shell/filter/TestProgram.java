package mganalyze.shell.filter;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;

/** {@code test} and {@code [}: texts and whole numbers; there are no files to ask about. */
final class TestProgram extends Filter<List<String>> {
  private static final int WRONG_STATUS = 2;

  @Override
  List<String> parse(String name, List<String> arguments) {
    if (!name.equals("[")) {
      return arguments;
    }
    if (arguments.isEmpty() || !arguments.get(arguments.size() - 1).equals("]")) {
      throw new UsageException(WRONG_STATUS, "missing `]'");
    }
    return arguments.subList(0, arguments.size() - 1);
  }

  @Override
  int run(List<String> words, Invocation call) throws IOException {
    try {
      return new Evaluation(words).all() ? 0 : 1;
    } catch (UsageException e) {
      call.complain(call.name() + ": " + e.getMessage());
      return e.status();
    }
  }

  private static final class Evaluation {
    private final List<String> words;
    private int at;

    Evaluation(List<String> words) {
      this.words = words;
    }

    /** The number of words decides how they are read, as POSIX wants it. */
    boolean all() {
      return switch (words.size()) {
        case 0 -> false;
        case 1 -> !words.get(0).isEmpty();
        case 2 -> two(words);
        case 3 -> three(words);
        case 4 -> four();
        default -> anyLength();
      };
    }

    private boolean two(List<String> two) {
      return two.get(0).equals("!") ? two.get(1).isEmpty() : unary(two.get(0), two.get(1));
    }

    private boolean three(List<String> three) {
      String middle = three.get(1);
      if (isBinary(middle)) {
        return binary(three.get(0), middle, three.get(2));
      }
      if (middle.equals("-a") || middle.equals("-o")) {
        boolean left = !three.get(0).isEmpty();
        boolean right = !three.get(2).isEmpty();
        return middle.equals("-a") ? left && right : left || right;
      }
      if (three.get(0).equals("!")) {
        return !two(three.subList(1, 3));
      }
      if (three.get(0).equals("(") && three.get(2).equals(")")) {
        return !middle.isEmpty();
      }
      throw new UsageException(WRONG_STATUS, middle + ": binary operator expected");
    }

    private boolean four() {
      if (words.get(0).equals("!")) {
        return !three(words.subList(1, 4));
      }
      if (words.get(0).equals("(") && words.get(3).equals(")")) {
        return two(words.subList(1, 3));
      }
      return anyLength();
    }

    private boolean anyLength() {
      boolean result = or();
      if (at < words.size()) {
        throw new UsageException(WRONG_STATUS, "too many arguments");
      }
      return result;
    }

    private boolean or() {
      boolean result = and();
      while (accept("-o")) {
        result |= and();
      }
      return result;
    }

    private boolean and() {
      boolean result = term();
      while (accept("-a")) {
        result &= term();
      }
      return result;
    }

    private boolean term() {
      if (at >= words.size()) {
        throw new UsageException(WRONG_STATUS, "argument expected");
      }
      if (accept("!")) {
        return !term();
      }
      if (accept("(")) {
        boolean inner = or();
        if (!accept(")")) {
          throw new UsageException(WRONG_STATUS, "`)' expected");
        }
        return inner;
      }
      if (at + 2 < words.size() && isBinary(words.get(at + 1))) {
        at += 3;
        return binary(words.get(at - 3), words.get(at - 2), words.get(at - 1));
      }
      if (at + 1 < words.size() && words.get(at).matches("-[a-zA-Z]")) {
        at += 2;
        return unary(words.get(at - 2), words.get(at - 1));
      }
      return !words.get(at++).isEmpty();
    }

    private boolean accept(String word) {
      boolean accepted = at < words.size() && words.get(at).equals(word);
      at += accepted ? 1 : 0;
      return accepted;
    }

    private static boolean isBinary(String word) {
      return switch (word) {
        case "=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge" -> true;
        default -> false;
      };
    }

    private static boolean unary(String operator, String word) {
      return switch (operator) {
        case "-n" -> !word.isEmpty();
        case "-z" -> word.isEmpty();
        case "-t" -> false;
        default -> {
          if (operator.matches("-[a-zA-Z]")) {
            throw new UnsupportedCommandException("[ " + operator + " ]");
          }
          throw new UsageException(WRONG_STATUS, operator + ": unary operator expected");
        }
      };
    }

    private static boolean binary(String left, String operator, String right) {
      return switch (operator) {
        case "=", "==" -> left.equals(right);
        case "!=" -> !left.equals(right);
        case "<" -> left.compareTo(right) < 0;
        case ">" -> left.compareTo(right) > 0;
        default -> compare(number(left), operator, number(right));
      };
    }

    private static boolean compare(BigInteger left, String operator, BigInteger right) {
      int order = left.compareTo(right);
      return switch (operator) {
        case "-eq" -> order == 0;
        case "-ne" -> order != 0;
        case "-lt" -> order < 0;
        case "-le" -> order <= 0;
        case "-gt" -> order > 0;
        default -> order >= 0;
      };
    }

    private static BigInteger number(String word) {
      String text = word.strip();
      if (!text.matches("[-+]?[0-9]{1,18}")) {
        throw new UsageException(WRONG_STATUS, word + ": integer expression expected");
      }
      return new BigInteger(text);
    }
  }
}
