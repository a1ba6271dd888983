package mganalyze.shell;

/** Backslash escapes as {@code echo -e}, {@code printf} and {@code $'…'} read them. */
public final class Escapes {
  private final String text;
  private final boolean isAnsi;
  private final StringBuilder result = new StringBuilder();
  private int at;
  private boolean stopped;

  private Escapes(String text, boolean isAnsi) {
    this.text = text;
    this.isAnsi = isAnsi;
  }

  /** As in {@code $'…'}. */
  static String ansi(String text) {
    Escapes escapes = new Escapes(text, true);
    escapes.run();
    return escapes.result.toString();
  }

  /**
   * As in {@code echo -e} and {@code printf %b}, where octal numbers start with a zero.
   *
   * @param stopped set to true if a {@code \c} ended the output
   */
  public static String echo(String text, boolean[] stopped) {
    Escapes escapes = new Escapes(text, false);
    escapes.run();
    stopped[0] |= escapes.stopped;
    return escapes.result.toString();
  }

  /** As in the format of {@code printf}. */
  public static String format(String text) {
    return ansi(text);
  }

  private void run() {
    while (at < text.length() && !stopped) {
      char c = text.charAt(at++);
      if (c != '\\' || at == text.length()) {
        result.append(c);
      } else {
        escape(text.charAt(at++));
      }
    }
  }

  private void escape(char c) {
    switch (c) {
      case 'n' -> result.append('\n');
      case 't' -> result.append('\t');
      case 'r' -> result.append('\r');
      case 'a' -> result.append('\007');
      case 'b' -> result.append('\b');
      case 'f' -> result.append('\f');
      case 'v' -> result.append('\013');
      case 'e', 'E' -> result.append('\033');
      case '\\' -> result.append('\\');
      case 'x' -> number(c, 16, 2, true);
      case 'u' -> number(c, 16, 4, false);
      case 'U' -> number(c, 16, 8, false);
      case 'c' -> stopped = true;
      default -> other(c);
    }
  }

  private void other(char c) {
    if (isAnsi && (c == '\'' || c == '"' || c == '?')) {
      result.append(c);
    } else if (c == '0' && !isAnsi) {
      octal(3);
    } else if (c >= '0' && c <= '7' && isAnsi) {
      at--;
      octal(3);
    } else {
      result.append('\\').append(c);
    }
  }

  private void octal(int digits) {
    int value = 0;
    int end = Math.min(at + digits, text.length());
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
      value = value * 8 + (text.charAt(at++) - '0');
    }
    appendByte(value & 0xFF);
  }

  private void number(char letter, int base, int digits, boolean isByte) {
    int start = at;
    int value = 0;
    while (at < text.length()
        && at - start < digits
        && Character.digit(text.charAt(at), base) >= 0) {
      value = value * base + Character.digit(text.charAt(at++), base);
    }
    if (at == start) {
      result.append('\\').append(letter);
    } else if (isByte) {
      appendByte(value);
    } else if (Character.isValidCodePoint(value)) {
      result.appendCodePoint(value);
    }
  }

  private void appendByte(int value) {
    result.append((char) (value < 0x80 ? value : 0xDC00 + value)); // see Utf8
  }
}
