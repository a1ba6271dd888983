package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text to nodes, with kubectl's error messages. */
final class Parser {

  private static final int END = TemplateText.END;
  private static final int DEEPEST = 20;

  private final TemplateText text;
  private final int depth;
  private final List<Node> parts = new ArrayList<>();
  private List<Node> steps = new ArrayList<>();

  private Parser(String input, int depth) {
    this.text = new TemplateText(input);
    this.depth = depth;
  }

  /** The parts of a template: texts, and the steps of each pair of braces. */
  static List<Node> parse(String template) {
    return new Parser(template, 0).parseTemplate();
  }

  /** The steps of what would stand between braces. */
  private Steps parseAction(String action) {
    if (depth > DEEPEST) {
      throw new JsonPathException("nested too deep");
    }
    return (Steps) new Parser("{" + action + "}", depth + 1).parseTemplate().get(0);
  }

  private List<Node> parseTemplate() {
    while (!text.isAtEnd()) {
      text.skipToBrace();
      String plain = text.take();
      if (!plain.isEmpty()) {
        parts.add(new Literal(TextNode.valueOf(plain)));
      }
      if (!text.isAtEnd()) {
        text.skip("{");
        text.take();
        steps = new ArrayList<>();
        parseInsideAction();
        parts.add(new Steps(steps));
      }
    }
    return List.copyOf(parts);
  }

  private void parseInsideAction() {
    while (!text.startsWith("}")) {
      if (text.startsWith("[?(")) {
        parseFilter();
      } else if (text.startsWith("..")) {
        parseRecursive();
      } else {
        parseStep();
      }
    }
    text.skip("}");
    text.take();
  }

  private void parseStep() {
    int c = text.next();
    switch (c) {
      case END, '\n', '\r' -> throw new JsonPathException("unclosed action");
      case ' ', '@', '$' -> text.take();
      case '[' -> parseArray();
      case '"', '\'' -> parseQuote(c);
      case '.' -> parseField();
      default -> {
        text.backUp(c);
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
    int c = text.next();
    while (!isTerminator(c)) {
      c = text.next();
    }
    text.backUp(c);
    String word = text.take();
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
    text.skip("..");
    text.take();
    steps.add(new Recursive());
    int c = text.peek();
    if (c == '_' || c != END && Character.isLetterOrDigit(c)) {
      parseField();
    }
  }

  private void parseNumber() {
    int c = text.next();
    if (c != '+' && c != '-') {
      text.backUp(c);
    }
    do {
      c = text.next();
    } while (c == '.' || c != END && Character.isDigit(c));
    text.backUp(c);
    String number = text.take();
    try {
      steps.add(new Literal(LongNode.valueOf(Long.parseLong(number))));
    } catch (NumberFormatException notAnInteger) {
      try {
        steps.add(new Literal(DoubleNode.valueOf(Double.parseDouble(number))));
      } catch (NumberFormatException e) {
        throw new JsonPathException("cannot parse number " + number);
      }
    }
  }

  private void parseArray() {
    int c = text.next();
    while (c != ']') {
      if (c == END || c == '\n') {
        throw new JsonPathException("unterminated array");
      }
      c = text.next();
    }
    String array = text.take();
    String inner = array.substring(1, array.length() - 1);
    if (inner.indexOf(',') >= 0) {
      parseUnion(inner);
    } else if (isQuoted(inner)) {
      steps.addAll(parseAction("." + inner.substring(1, inner.length() - 1)).nodes());
    } else {
      steps.add(Elements.parse(inner.equals("*") ? ":" : inner));
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

  private void parseFilter() {
    text.skip("[?(");
    text.take();
    skipFilter();
    if (text.next() != ']') {
      throw new JsonPathException("unclosed array expect ]");
    }
    String filter = text.take();
    FilterText parts = FilterText.split(filter.substring(0, filter.length() - ")]".length()));
    Steps left = parseAction(parts.left());
    Steps right = parts.operator().isEmpty() ? new Steps(List.of()) : parseAction(parts.right());
    steps.add(new Filter(left, parts.operator(), right));
  }

  /** Goes behind the bracket that closes a filter; one in quotes does not. */
  private void skipFilter() {
    int quote = END;
    boolean isQuoteClosed = false;
    while (true) {
      int c = text.next();
      if (c == END || c == '\n') {
        throw new JsonPathException("unterminated filter");
      }
      if (c == '"' || c == '\'') {
        if (quote == END) {
          quote = c;
        } else if (!text.isEscaped() && c == quote) {
          isQuoteClosed = true;
        }
      } else if (c == ')' && (quote == END) != isQuoteClosed) {
        return;
      }
    }
  }

  private void parseQuote(int quote) {
    int c = text.next();
    while (c != quote || text.isEscaped()) {
      if (c == END || c == '\n') {
        throw new JsonPathException("unterminated quoted string");
      }
      c = text.next();
    }
    String quoted = text.take();
    Optional<String> unquoted = GoQuotes.unquote(quoted);
    if (unquoted.isEmpty()) {
      throw new JsonPathException("unquote string " + quoted + " error invalid syntax");
    }
    steps.add(new Literal(TextNode.valueOf(unquoted.get())));
  }

  private void parseField() {
    text.take();
    int c = text.next();
    while (!isTerminator(c)) {
      if (c == '\\') {
        text.next();
      }
      c = text.next();
    }
    text.backUp(c);
    String name = text.take();
    steps.add(name.equals("*") ? new Wildcard() : new Field(name.replace("\\", "")));
  }

  private static boolean isTerminator(int c) {
    return switch (c) {
      case END, ' ', '\t', '\n', '\r', '.', ',', '[', ']', '$', '@', '{', '}' -> true;
      default -> false;
    };
  }
}
