package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text to nodes, with kubectl's error messages. */
final class Parser {

  private static final int END = -1;
  private static final int DEEPEST = 20;

  private final String input;
  private final int depth;
  private final List<Node> parts = new ArrayList<>();
  private List<Node> steps = new ArrayList<>();

  /** Where the text begins that is being read. */
  private int start;

  private int pos;

  private Parser(String input, int depth) {
    this.input = input;
    this.depth = depth;
  }

  /** The parts of a template: texts, and the steps of each pair of braces. */
  static List<Node> parse(String template) {
    return new Parser(template, 0).parseTemplate();
  }

  /** The steps of what would stand between braces. */
  private Steps parseAction(String text) {
    if (depth > DEEPEST) {
      throw new JsonPathException("nested too deep");
    }
    return (Steps) new Parser("{" + text + "}", depth + 1).parseTemplate().get(0);
  }

  private List<Node> parseTemplate() {
    while (pos < input.length()) {
      int open = input.indexOf('{', pos);
      pos = open < 0 ? input.length() : open;
      if (pos > start) {
        parts.add(new Literal(TextNode.valueOf(takeText())));
      }
      if (open >= 0) {
        pos++;
        takeText();
        steps = new ArrayList<>();
        parseInsideAction();
        parts.add(new Steps(steps));
      }
    }
    return List.copyOf(parts);
  }

  private void parseInsideAction() {
    while (!input.startsWith("}", pos)) {
      if (input.startsWith("[?(", pos)) {
        parseFilter();
      } else if (input.startsWith("..", pos)) {
        parseRecursive();
      } else {
        parseStep();
      }
    }
    pos++;
    takeText();
  }

  private void parseStep() {
    int c = next();
    switch (c) {
      case END, '\n', '\r' -> throw new JsonPathException("unclosed action");
      case ' ', '@', '$' -> takeText();
      case '[' -> parseArray();
      case '"', '\'' -> parseQuote(c);
      case '.' -> parseField();
      default -> {
        backUp(c);
        if (c == '+' || c == '-' || Character.isDigit(c)) {
          parseNumber();
        } else if (c == '_' || Character.isLetter(c)) {
          parseWord();
        } else {
          throw new JsonPathException("unrecognized character in action: " + unicode(c));
        }
      }
    }
  }

  private static String unicode(int c) {
    String number = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    String padded = "U+" + "0".repeat(Math.max(0, 4 - number.length())) + number;
    boolean isPrintable = c == ' ' || !Character.isISOControl(c) && !Character.isWhitespace(c);
    return isPrintable ? padded + " '" + Character.toString(c) + "'" : padded;
  }

  private void parseWord() {
    int c = next();
    while (!isTerminator(c)) {
      c = next();
    }
    backUp(c);
    String word = takeText();
    switch (word) {
      case "true" -> steps.add(new Literal(BooleanNode.TRUE));
      case "false" -> steps.add(new Literal(BooleanNode.FALSE));
      default -> steps.add(new Word(word));
    }
  }

  private void parseRecursive() {
    if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Recursive) {
      throw new JsonPathException("invalid multiple recursive descent");
    }
    pos += "..".length();
    takeText();
    steps.add(new Recursive());
    int c = pos < input.length() ? input.codePointAt(pos) : END;
    if (c == '_' || c != END && Character.isLetterOrDigit(c)) {
      parseField();
    }
  }

  private void parseNumber() {
    int c = next();
    if (c != '+' && c != '-') {
      backUp(c);
    }
    do {
      c = next();
    } while (c == '.' || c != END && Character.isDigit(c));
    backUp(c);
    String text = takeText();
    try {
      steps.add(new Literal(LongNode.valueOf(Long.parseLong(text))));
    } catch (NumberFormatException notAnInteger) {
      try {
        steps.add(new Literal(DoubleNode.valueOf(Double.parseDouble(text))));
      } catch (NumberFormatException e) {
        throw new JsonPathException("cannot parse number " + text);
      }
    }
  }

  private void parseArray() {
    int c = next();
    while (c != ']') {
      if (c == END || c == '\n') {
        throw new JsonPathException("unterminated array");
      }
      c = next();
    }
    String text = takeText();
    text = text.substring(1, text.length() - 1);
    if (text.indexOf(',') >= 0) {
      parseUnion(text);
    } else if (isQuoted(text)) {
      steps.addAll(parseAction("." + text.substring(1, text.length() - 1)).nodes());
    } else {
      steps.add(parseElements(text.equals("*") ? ":" : text));
    }
  }

  private static boolean isQuoted(String text) {
    return text.length() >= 2
        && text.charAt(0) == '\''
        && text.indexOf('\'', 1) == text.length() - 1;
  }

  private void parseUnion(String text) {
    List<Steps> union = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      union.add(parseAction("[" + trimBlanks(part) + "]"));
    }
    steps.add(new Union(union));
  }

  private static String trimBlanks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  private static Elements parseElements(String text) {
    String[] bounds = text.split(":", -1);
    if (bounds.length > 3) {
      throw new JsonPathException("invalid array index " + text);
    }
    for (String bound : bounds) {
      int digits = bound.startsWith("-") ? 1 : 0;
      if (!bound.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9')) {
        throw new JsonPathException("invalid array index " + text);
      }
    }
    Long first = bound(bounds[0]);
    if (bounds.length == 1) {
      return new Elements(first, (first == null ? 0 : first) + 1, true, null);
    }
    return new Elements(
        first, bound(bounds[1]), false, bounds.length == 3 ? bound(bounds[2]) : null);
  }

  private static Long bound(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new JsonPathException("array index " + text + " is not a number");
    }
  }

  private void parseFilter() {
    pos += "[?(".length();
    takeText();
    skipFilter();
    if (next() != ']') {
      throw new JsonPathException("unclosed array expect ]");
    }
    String text = takeText();
    text = text.substring(0, text.length() - ")]".length());
    int operator = 0;
    while (operator < text.length() && !isOperator(text.charAt(operator))) {
      operator++;
    }
    int right = operator;
    while (right < text.length() && isOperator(text.charAt(right))) {
      right++;
    }
    if (operator > 0 && right > operator && right - operator > 1 && right == text.length()) {
      // The operator gives its last character to a right side that would be empty.
      right--;
    }
    if (operator == 0 || right == operator || right == text.length()) {
      steps.add(new Filter(parseAction(text), "", new Steps(List.of())));
    } else {
      Steps left = parseAction(text.substring(0, operator));
      steps.add(
          new Filter(left, text.substring(operator, right), parseAction(text.substring(right))));
    }
  }

  /** Goes behind the bracket that closes a filter; one in quotes does not. */
  private void skipFilter() {
    int quote = END;
    boolean isQuoteClosed = false;
    while (true) {
      int c = next();
      if (c == END || c == '\n') {
        throw new JsonPathException("unterminated filter");
      }
      if (c == '"' || c == '\'') {
        if (quote == END) {
          quote = c;
        } else if (input.charAt(pos - 2) != '\\' && c == quote) {
          isQuoteClosed = true;
        }
      } else if (c == ')' && (quote == END) != isQuoteClosed) {
        return;
      }
    }
  }

  private static boolean isOperator(char c) {
    return c == '!' || c == '<' || c == '>' || c == '=';
  }

  private void parseQuote(int quote) {
    int c = next();
    while (c != quote || input.charAt(pos - 2) == '\\') {
      if (c == END || c == '\n') {
        throw new JsonPathException("unterminated quoted string");
      }
      c = next();
    }
    String quoted = takeText();
    String text = GoQuotes.unquote(quoted);
    if (text == null) {
      throw new JsonPathException("unquote string " + quoted + " error invalid syntax");
    }
    steps.add(new Literal(TextNode.valueOf(text)));
  }

  private void parseField() {
    takeText();
    int c = next();
    while (!isTerminator(c)) {
      if (c == '\\') {
        next();
      }
      c = next();
    }
    backUp(c);
    String name = takeText();
    steps.add(name.equals("*") ? new Wildcard() : new Field(name.replace("\\", "")));
  }

  private static boolean isTerminator(int c) {
    return switch (c) {
      case END, ' ', '\t', '\n', '\r', '.', ',', '[', ']', '$', '@', '{', '}' -> true;
      default -> false;
    };
  }

  private int next() {
    if (pos >= input.length()) {
      return END;
    }
    int c = input.codePointAt(pos);
    pos += Character.charCount(c);
    return c;
  }

  private void backUp(int c) {
    pos -= c == END ? 0 : Character.charCount(c);
  }

  private String takeText() {
    String text = input.substring(start, pos);
    start = pos;
    return text;
  }
}
