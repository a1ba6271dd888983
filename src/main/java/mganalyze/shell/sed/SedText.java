package mganalyze.shell.sed;

/** The text of a script and how far it is read. */
final class SedText {
  private final String text;
  private int at;

  SedText(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char next() {
    return text.charAt(at++);
  }

  /** The text up to the delimiter, which is taken; escaped delimiters lose their backslash. */
  String delimited(char delimiter, boolean isRegex) {
    if (delimiter == '\n' || delimiter == '\\') {
      throw wrong("delimiter character is not a single-byte character");
    }
    StringBuilder result = new StringBuilder();
    int bracket = -1;
    while (true) {
      if (at >= text.length()) {
        throw wrong("unterminated command or address");
      }
      char c = text.charAt(at++);
      if (c == delimiter && bracket < 0) {
        return result.toString();
      }
      if (c == '\\' && at < text.length() && bracket < 0) {
        char escaped = text.charAt(at++);
        boolean isPlain = escaped == delimiter && !(isRegex && keepsMeaning(escaped));
        result.append(isPlain ? "" : "\\").append(escaped);
        continue;
      }
      if (isRegex) {
        bracket = bracket(c, bracket, result.length());
      }
      result.append(c);
    }
  }

  // In s|a\|b|x| the bar is only a bar, but in s.a\.b.x. the point stays a plain point.
  private static boolean keepsMeaning(char delimiter) {
    return ".*[]^$+?(){}".indexOf(delimiter) >= 0;
  }

  /** Where an open bracket started, or -1; in brackets the delimiter does not end anything. */
  private int bracket(char c, int bracket, int length) {
    if (bracket < 0) {
      return c == '[' && text.indexOf(']', at) >= 0 ? length : -1;
    }
    boolean isFirst = length == bracket + 1 || length == bracket + 2 && text.charAt(at - 2) == '^';
    return c == ']' && !isFirst ? -1 : bracket;
  }

  /** The text of {@code a}, {@code i} and {@code c}, which ends with the line. */
  String insertedText() {
    skip(" \t");
    if (peek() == '\\') {
      at++;
      int start = at;
      skip(" \t");
      if (peek() == '\n') {
        at++;
      } else {
        at = start;
      }
    }
    if (at >= text.length()) {
      throw wrong("expected \\ after `a', `c' or `i'");
    }
    StringBuilder inserted = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      } else if (c == '\\') {
        break;
      }
      inserted.append(c);
    }
    return inserted.append('\n').toString();
  }

  /** The characters up to one of {@code ends}. */
  String label(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /** The number here, or -1. */
  long number() {
    int start = at;
    long value = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      value = Math.min(value * 10 + text.charAt(at++) - '0', Long.MAX_VALUE / 100);
    }
    return at == start ? -1 : value;
  }

  /** Passes what ends a command; throws if something else follows it. */
  void endOfCommand() {
    skip(" \t");
    if (at >= text.length() || text.charAt(at) == '}' || text.charAt(at) == '#') {
      return;
    }
    if (text.charAt(at) != ';' && text.charAt(at) != '\n') {
      throw wrong("extra characters after command");
    }
    at++;
  }

  void restOfLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  void skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  SedSyntaxException wrong(String problem) {
    return new SedSyntaxException(at, problem);
  }
}
