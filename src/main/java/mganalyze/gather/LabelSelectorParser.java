package mganalyze.gather;

import java.util.ArrayList;
import java.util.List;
import mganalyze.gather.LabelSelector.Operator;
import mganalyze.gather.LabelSelector.Requirement;

/** Reads the text of a label selector, token by token, as apimachinery's lexer does. */
final class LabelSelectorParser {
  private static final String END = "";

  private final String text;
  private int position;

  LabelSelectorParser(String text) {
    this.text = text;
  }

  List<Requirement> parse() throws SelectorException {
    List<Requirement> requirements = new ArrayList<>();
    if (peek().equals(END)) {
      return requirements;
    }
    while (true) {
      requirements.add(parseRequirement());
      String next = take();
      if (next.equals(END)) {
        return requirements;
      }
      if (!next.equals(",")) {
        throw new SelectorException("found '" + next + "', expected: ',' or 'end of string'");
      }
    }
  }

  private Requirement parseRequirement() throws SelectorException {
    String token = take();
    if (token.equals("!")) {
      return new Requirement(key(take()), Operator.MISSING, List.of());
    }
    String key = key(token);
    String operator = peek();
    if (operator.equals(END) || operator.equals(",")) {
      return new Requirement(key, Operator.EXISTS, List.of());
    }
    take();
    return switch (operator) {
      case "=", "==" -> new Requirement(key, Operator.IN, List.of(value()));
      case "!=" -> new Requirement(key, Operator.NOT_IN, List.of(value()));
      case ">" -> new Requirement(key, Operator.GREATER, List.of(integer(key)));
      case "<" -> new Requirement(key, Operator.LESS, List.of(integer(key)));
      case "in" -> new Requirement(key, Operator.IN, values());
      case "notin" -> new Requirement(key, Operator.NOT_IN, values());
      default ->
          throw new SelectorException(
              "found '" + operator + "', expected: in, notin, =, ==, !=, gt, lt");
    };
  }

  private static String key(String token) throws SelectorException {
    if (token.equals(END) || "(),=<>!".contains(token)) {
      throw new SelectorException(
          "found '" + token + "', expected: !, identifier, or 'end of string'");
    }
    return token;
  }

  private String value() throws SelectorException {
    String next = peek();
    if (next.equals(END) || next.equals(",")) {
      return "";
    }
    take();
    if ("()=<>!".contains(next)) {
      throw new SelectorException("found '" + next + "', expected: identifier");
    }
    return next;
  }

  private String integer(String key) throws SelectorException {
    String value = value();
    try {
      Long.parseLong(value);
      return value;
    } catch (NumberFormatException e) {
      throw new SelectorException(
          "values[0]["
              + key
              + "]: Invalid value: \""
              + value
              + "\": for 'Gt', 'Lt' operators, the value must be an integer");
    }
  }

  private List<String> values() throws SelectorException {
    if (!take().equals("(")) {
      throw new SelectorException(
          "found '" + text.substring(Math.min(position, text.length())) + "' expected: '('");
    }
    List<String> values = new ArrayList<>();
    if (peek().equals(")")) {
      take();
      return List.of("");
    }
    while (true) {
      String next = peek();
      if (next.equals(",") || next.equals(")")) {
        values.add("");
      } else if (next.equals(END)) {
        throw new SelectorException("found '', expected: ',' or ')'");
      } else {
        values.add(take());
      }
      String separator = take();
      if (separator.equals(")")) {
        return values;
      }
      if (!separator.equals(",")) {
        throw new SelectorException("found '" + separator + "', expected: ',' or ')'");
      }
    }
  }

  private String peek() {
    int before = position;
    String token = take();
    position = before;
    return token;
  }

  private String take() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    if (position >= text.length()) {
      return END;
    }
    int start = position;
    if (isSymbol(text.charAt(position))) {
      position++;
      String two = text.substring(start, Math.min(start + 2, text.length()));
      if (two.equals("==") || two.equals("!=")) {
        position = start + 2;
      }
      return text.substring(start, position);
    }
    while (position < text.length()
        && !isSymbol(text.charAt(position))
        && !Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private static boolean isSymbol(char c) {
    return c == '=' || c == '!' || c == '(' || c == ')' || c == ',' || c == '<' || c == '>';
  }
}
