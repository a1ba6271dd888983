package mganalyze.jsonpath;

/** A template while it is read: where the reader is, and what it has read since it last took. */
final class TemplateText {

  static final int END = -1;

  private final String input;
  private int start;
  private int pos;

  TemplateText(String input) {
    this.input = input;
  }

  boolean isAtEnd() {
    return pos >= input.length();
  }

  /** The next code point, passed by; {@link #END} at the end. */
  int next() {
    int c = peek();
    pos += c == END ? 0 : Character.charCount(c);
    return c;
  }

  int peek() {
    return isAtEnd() ? END : input.codePointAt(pos);
  }

  /** Takes back what {@link #next} gave last. */
  void backUp(int c) {
    pos -= c == END ? 0 : Character.charCount(c);
  }

  boolean startsWith(String text) {
    return input.startsWith(text, pos);
  }

  void skip(String text) {
    pos += text.length();
  }

  /** Goes to the next opening brace, or to the end. */
  void skipToBrace() {
    int open = input.indexOf('{', pos);
    pos = open < 0 ? input.length() : open;
  }

  /** Whether the character that was passed last has a backslash in front of it. */
  boolean isEscaped() {
    return input.charAt(pos - 2) == '\\';
  }

  /** What was passed since this was called last. */
  String take() {
    String text = input.substring(start, pos);
    start = pos;
    return text;
  }
}
