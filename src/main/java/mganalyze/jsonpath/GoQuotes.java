package mganalyze.jsonpath;

import java.util.Optional;

/** Texts in quotes as Go source has them. */
final class GoQuotes {

  private final String text;
  private final char quote;
  private final StringBuilder out = new StringBuilder();
  private int pos = 1;

  private GoQuotes(String text) {
    this.text = text;
    this.quote = text.charAt(0);
  }

  /** The text between a pair of equal quotes, which are given too; empty if it is malformed. */
  static Optional<String> unquote(String quoted) {
    return new GoQuotes(quoted).unquote();
  }

  private Optional<String> unquote() {
    int end = text.length() - 1;
    while (pos < end) {
      char c = text.charAt(pos++);
      if (c == quote) {
        return Optional.empty();
      }
      if (c != '\\') {
        out.append(c);
      } else if (pos >= end || !unescape(text.charAt(pos++), end)) {
        return Optional.empty();
      }
    }
    return Optional.of(out.toString());
  }

  private boolean unescape(char c, int end) {
    switch (c) {
      case 'a' -> out.append('\u0007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'v' -> out.append('\u000B');
      case '\\' -> out.append('\\');
      case '\'', '"' -> {
        out.append(c);
        return c == quote;
      }
      case 'x' -> {
        return appendCode(2, 16, end);
      }
      case 'u' -> {
        return appendCode(4, 16, end);
      }
      case 'U' -> {
        return appendCode(8, 16, end);
      }
      default -> {
        pos--;
        return c >= '0' && c <= '7' && appendCode(3, 8, end);
      }
    }
    return true;
  }

  private boolean appendCode(int digits, int radix, int end) {
    if (pos + digits > end) {
      return false;
    }
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(text.charAt(pos++), radix);
      if (digit < 0) {
        return false;
      }
      code = code * radix + digit;
    }
    boolean isCharacter = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    if (isCharacter) {
      out.appendCodePoint((int) code);
    }
    return isCharacter;
  }
}
