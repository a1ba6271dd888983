package mganalyze.shell.awk;

/** The escapes in awk's strings, and in values given with {@code -v}. */
final class Strings {
  private Strings() {}

  static String unescape(String text) {
    StringBuilder value = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        at = escape(text, at, value);
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /** Adds the character that is escaped at {@code at}, and returns the position behind it. */
  static int escape(String text, int at, StringBuilder value) {
    char c = text.charAt(at);
    int control = "ntrfvab".indexOf(c);
    if (control >= 0) {
      value.append("\n\t\r\f\013\007\b".charAt(control));
      return at + 1;
    }
    if (c == '\n') {
      return at + 1;
    }
    if (c >= '0' && c <= '7') {
      int end = at;
      int number = 0;
      while (end < text.length()
          && end < at + 3
          && text.charAt(end) >= '0'
          && text.charAt(end) <= '7') {
        number = number * 8 + text.charAt(end++) - '0';
      }
      value.append((char) (number & 0xFF));
      return end;
    }
    if (c != '"' && c != '\\' && c != '/') {
      value.append('\\'); // kept for expressions that are written as strings
    }
    value.append(c);
    return at + 1;
  }
}
