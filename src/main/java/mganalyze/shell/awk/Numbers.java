package mganalyze.shell.awk;

/** What awk takes for a number. */
final class Numbers {
  private Numbers() {}

  /** The number at the start of a text, or 0. */
  static double prefix(String text) {
    int start = skipBlanks(text, 0);
    int end = end(text, start);
    return end == start ? 0 : parse(text, start, end);
  }

  /** Whether all of a text is a number, but for blanks around it. */
  static boolean isNumber(String text) {
    int start = skipBlanks(text, 0);
    int end = end(text, start);
    return end > start && skipBlanks(text, end) == text.length();
  }

  private static double parse(String text, int start, int end) {
    if (end - start < 16) {
      long value = 0;
      boolean isWhole = true;
      int at = text.charAt(start) == '-' || text.charAt(start) == '+' ? start + 1 : start;
      for (; at < end && isWhole; at++) {
        char c = text.charAt(at);
        isWhole = c >= '0' && c <= '9';
        value = value * 10 + c - '0';
      }
      if (isWhole) {
        return text.charAt(start) == '-' ? -(double) value : value;
      }
    }
    return Double.parseDouble(text.substring(start, end));
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length()
        && (text.charAt(at) == ' ' || text.charAt(at) >= '\t' && text.charAt(at) <= '\r')) {
      at++;
    }
    return at;
  }

  /** Behind the number that starts here, or {@code start}. */
  private static int end(String text, int start) {
    int at = start;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int first = at;
    at = skipDigits(text, at);
    int digits = at - first;
    if (at < text.length() && text.charAt(at) == '.') {
      int behind = skipDigits(text, at + 1);
      digits += behind - at - 1;
      at = behind;
    }
    if (digits == 0) {
      return start;
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      int digit = at + 1;
      if (digit < text.length() && (text.charAt(digit) == '-' || text.charAt(digit) == '+')) {
        digit++;
      }
      int end = skipDigits(text, digit);
      return end > digit ? end : at;
    }
    return at;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
