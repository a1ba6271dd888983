package mganalyze.shell.filter;

import com.google.re2j.Matcher;
import java.io.IOException;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/** {@code expr}: sums, comparisons and {@code text : pattern}. */
final class Expr extends Filter<List<String>> {
  private static final String[][] LEVELS = {
    {"|"}, {"&"}, {"<", "<=", "=", "==", "!=", ">=", ">"}, {"+", "-"}, {"*", "/", "%"}, {":"}
  };

  @Override
  List<String> parse(String name, List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new UsageException(2, "missing operand");
    }
    return arguments;
  }

  @Override
  int run(List<String> words, Invocation call) throws IOException {
    try {
      Evaluation evaluation = new Evaluation(words);
      String value = evaluation.level(0);
      if (evaluation.at < words.size()) {
        throw new UsageException(
            2, "syntax error: unexpected argument ‘" + words.get(evaluation.at) + "’");
      }
      Utf8.write(call.out(), value + "\n");
      return isNull(value) ? 1 : 0;
    } catch (UsageException e) {
      call.complain("expr: " + e.getMessage());
      return e.status();
    }
  }

  private static boolean isNull(String value) {
    return value.isEmpty() || value.matches("-?0+");
  }

  private static final class Evaluation {
    private final List<String> words;
    private int at;

    Evaluation(List<String> words) {
      this.words = words;
    }

    String level(int level) {
      if (level == LEVELS.length) {
        return operand();
      }
      String left = level(level + 1);
      while (at < words.size() && List.of(LEVELS[level]).contains(words.get(at))) {
        String operator = words.get(at++);
        left = apply(left, operator, level(level + 1));
      }
      return left;
    }

    private String operand() {
      if (at >= words.size()) {
        throw new UsageException(
            2, "syntax error: missing argument after ‘" + words.get(at - 1) + "’");
      }
      String word = words.get(at++);
      if (word.equals("(")) {
        String inner = level(0);
        if (at >= words.size() || !words.get(at++).equals(")")) {
          throw new UsageException(2, "syntax error: expecting ')'");
        }
        return inner;
      }
      boolean isFunction = List.of("match", "substr", "index").contains(word);
      if (word.equals("length") && at < words.size()) {
        String text = operand();
        return Integer.toString(text.codePointCount(0, text.length()));
      }
      if (isFunction && at < words.size()) {
        throw new UnsupportedCommandException("expr " + word);
      }
      return word;
    }

    private static String apply(String left, String operator, String right) {
      return switch (operator) {
        case "|" -> !isNull(left) ? left : !isNull(right) ? right : "0";
        case "&" -> isNull(left) || isNull(right) ? "0" : left;
        case ":" -> match(left, right);
        case "+" -> Long.toString(number(left) + number(right));
        case "-" -> Long.toString(number(left) - number(right));
        case "*" -> Long.toString(number(left) * number(right));
        case "/", "%" -> {
          if (number(right) == 0) {
            throw new UsageException(2, "division by zero");
          }
          long quotient = number(left) / number(right);
          yield Long.toString(operator.equals("/") ? quotient : number(left) % number(right));
        }
        default -> compare(left, operator, right) ? "1" : "0";
      };
    }

    private static boolean compare(String left, String operator, String right) {
      boolean areNumbers = left.matches("-?[0-9]{1,18}") && right.matches("-?[0-9]{1,18}");
      int order =
          areNumbers
              ? Long.compare(Long.parseLong(left), Long.parseLong(right))
              : left.compareTo(right);
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case "=", "==" -> order == 0;
        case "!=" -> order != 0;
        case ">=" -> order >= 0;
        default -> order > 0;
      };
    }

    private static String match(String text, String pattern) {
      Matcher matcher = Regex.compile(pattern, Syntax.BASIC, false).matcher(text);
      boolean found = matcher.find() && matcher.start() == 0;
      if (matcher.groupCount() > 0) {
        return found && matcher.group(1) != null ? matcher.group(1) : "";
      }
      return found ? Integer.toString(text.codePointCount(0, matcher.end())) : "0";
    }

    private static long number(String word) {
      if (!word.matches("-?[0-9]{1,18}")) {
        throw new UsageException(2, "non-integer argument");
      }
      return Long.parseLong(word);
    }
  }
}
