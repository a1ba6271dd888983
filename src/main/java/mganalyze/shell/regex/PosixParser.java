package mganalyze.shell.regex;

import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.LimitExceededException;
import mganalyze.shell.UnsupportedCommandException;

/** Reads basic and extended expressions, with GNU's additions. */
final class PosixParser {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_STACKED = 50;
  private static final int MAX_REPEAT = 1000; // RE2's own limit
  private final String text;
  private final Syntax syntax;
  private int at;
  private int depth;

  PosixParser(String text, Syntax syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  Node parse() {
    Node node = choice();
    if (at < text.length()) {
      throw new PatternException("Unmatched ) or \\)");
    }
    return node;
  }

  private Node choice() {
    if (++depth > MAX_DEPTH) {
      throw new LimitExceededException("stopped: regular expression nested too deeply");
    }
    List<Node> branches = new ArrayList<>();
    branches.add(sequence());
    while (acceptOperator('|') || text.startsWith("\n", at) && syntax == Syntax.BASIC) {
      branches.add(sequence());
    }
    depth--;
    return branches.size() == 1 ? branches.get(0) : new Node.Choice(branches);
  }

  private Node sequence() {
    List<Node> items = new ArrayList<>();
    int start = at;
    while (at < text.length() && !atOperator('|') && !closesGroup()) {
      Node atom = atom(at == start, items);
      items.add(repeated(atom, items.isEmpty()));
    }
    return new Node.Sequence(items);
  }

  private boolean closesGroup() {
    return atOperator(')') && (depth > 1 || syntax.isBasic());
  }

  private Node repeated(Node atom, boolean isFirst) {
    Node node = atom;
    if (syntax.isBasic() && isFirst && atom instanceof Node.Anchor) {
      return node; // in \(^*a\) the star is a star
    }
    for (int stacked = 0; at < text.length(); stacked++) {
      if (stacked > MAX_STACKED) {
        throw new LimitExceededException("stopped: too many repetitions of repetitions");
      }
      if (text.charAt(at) == '*') {
        at++;
        node = new Node.Repeat(node, 0, -1);
      } else if (acceptOperator('+')) {
        node = new Node.Repeat(node, 1, -1);
      } else if (acceptOperator('?')) {
        node = new Node.Repeat(node, 0, 1);
      } else if (atOperator('{')) {
        Node interval = interval(node);
        if (interval == null) {
          return node;
        }
        node = interval;
      } else {
        return node;
      }
    }
    return node;
  }

  /** A repetition such as {@code {2,}}, or null if the brace is only a brace. */
  private Node interval(Node node) {
    int start = at;
    at += syntax.isBasic() ? 2 : 1;
    int min = number();
    int max = min;
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      max = number();
      min = Math.max(min, 0);
    }
    boolean isClosed = atOperator('}');
    if (!isClosed || min < 0) {
      if (syntax.isBasic()) {
        throw new PatternException(isClosed ? "Invalid content of \\{\\}" : "Unmatched \\{");
      }
      at = start;
      return null;
    }
    at += syntax.isBasic() ? 2 : 1;
    if (max >= 0 && max < min) {
      throw new PatternException("Invalid content of \\{\\}");
    }
    if (Math.max(min, max) > MAX_REPEAT) {
      throw new UnsupportedCommandException(text.substring(start, at));
    }
    return new Node.Repeat(node, min, max);
  }

  private int number() {
    int start = at;
    int value = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      value = Math.min(value * 10 + text.charAt(at++) - '0', 1 << 20);
    }
    return at == start ? -1 : value;
  }

  private Node atom(boolean isFirst, List<Node> before) {
    char c = text.charAt(at);
    boolean isAfterStartAnchor =
        before.size() == 1 && before.get(0) instanceof Node.Anchor a && a.re2Anchor().equals("^");
    if (acceptOperator('(')) {
      return group();
    }
    switch (c) {
      case '[' -> {
        Bracket bracket = new Bracket(text, at + 1, syntax);
        Node set = bracket.parse();
        at = bracket.end();
        return set;
      }
      case '.' -> {
        at++;
        return new Node.Set(".", false);
      }
      case '^' -> {
        if (!syntax.isBasic() || isFirst) {
          at++;
          return new Node.Anchor("^");
        }
      }
      case '$' -> {
        if (!syntax.isBasic() || endsBranch(at + 1)) {
          at++;
          return new Node.Anchor("$");
        }
      }
      case '*' -> {
        if (!syntax.isBasic() && isFirst) {
          return new Node.Sequence(List.of()); // GNU: a star behind nothing repeats nothing
        }
        assert isFirst || isAfterStartAnchor;
      }
      case '+', '?' -> {
        if (!syntax.isBasic() && isFirst) {
          return new Node.Sequence(List.of());
        }
      }
      case '\\' -> {
        return escape();
      }
      default -> {}
    }
    int codePoint = text.codePointAt(at);
    at += Character.charCount(codePoint);
    return new Node.Character(codePoint);
  }

  private Node group() {
    Node inner = choice();
    if (!acceptOperator(')')) {
      throw new PatternException("Unmatched ( or \\(");
    }
    return new Node.Group(inner);
  }

  private boolean endsBranch(int position) {
    return position == text.length()
        || text.startsWith("\\)", position)
        || text.startsWith("\\|", position);
  }

  private Node escape() {
    if (at + 1 == text.length()) {
      throw new PatternException("Trailing backslash");
    }
    int codePoint = text.codePointAt(at + 1);
    at += 1 + Character.charCount(codePoint);
    if (syntax.hasEscapes()) {
      int control = "ntrfva".indexOf(codePoint);
      if (control >= 0) {
        return new Node.Character("\n\t\r\f\013\007".charAt(control));
      }
    }
    if (codePoint >= '1' && codePoint <= '9' && syntax != Syntax.AWK) {
      throw new UnsupportedCommandException("\\" + (char) codePoint + " in a regular expression");
    }
    if (syntax == Syntax.AWK && "wWsSbB<>`'y".indexOf(codePoint) >= 0) {
      return awkEscape(codePoint);
    }
    return gnuEscape(codePoint);
  }

  private Node awkEscape(int codePoint) {
    return switch (codePoint) {
      case 'y' -> new Node.Anchor("\\b");
      case 'b' -> new Node.Character('\b');
      default -> gnuEscape(codePoint);
    };
  }

  private static Node gnuEscape(int codePoint) {
    return switch (codePoint) {
      case 'w' -> new Node.Set("\\w", true);
      case 'W' -> new Node.Set("\\W", false);
      case 's' -> new Node.Set("[ \\t-\\r]", false);
      case 'S' -> new Node.Set("[^ \\t-\\r]", false);
      case 'b' -> new Node.Anchor("\\b");
      case 'B' -> new Node.Anchor("\\B");
      case '<' -> new Node.WordEdge(true);
      case '>' -> new Node.WordEdge(false);
      case '`' -> new Node.Anchor("\\A");
      case '\'' -> new Node.Anchor("\\z");
      default -> new Node.Character(codePoint);
    };
  }

  /** Whether the operator stands here, in the spelling of the dialect. */
  private boolean atOperator(char operator) {
    if (!syntax.isBasic()) {
      return text.startsWith(String.valueOf(operator), at);
    }
    return text.startsWith("\\", at) && text.startsWith(String.valueOf(operator), at + 1);
  }

  private boolean acceptOperator(char operator) {
    if (!atOperator(operator)) {
      return false;
    }
    at += syntax.isBasic() ? 2 : 1;
    return true;
  }
}
