package mganalyze.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in the bytes of one document, and how to get on from it line by line. */
final class Cursor {

  final byte[] bytes;
  final int from;
  final int end;
  int pos;
  int lineStart;

  /** Column of the content that {@link #nextLine} found; -1 at the end of the document. */
  int indent;

  /** How many line ends {@link #nextLine} passed. */
  int breaks;

  /** Whether {@link #nextLine} passed a comment. */
  boolean passedComment;

  /** Text in the making, where it is not a range of the document's bytes. */
  byte[] text = new byte[256];

  int textLength;

  Cursor(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.from = from;
    this.end = end;
    this.pos = from;
    this.lineStart = from;
  }

  int column() {
    return pos - lineStart;
  }

  boolean isAtEnd() {
    return pos >= end;
  }

  /** Whether a blank, a line end or the end of the document stands there. */
  boolean isBlank(int at) {
    if (at >= end) {
      return true;
    }
    byte c = bytes[at];
    if (c == '\t') {
      throw Unusual.YAML;
    }
    return c == ' ' || c == '\n' || c == '\r';
  }

  boolean isDash() {
    return bytes[pos] == '-' && isBlank(pos + 1);
  }

  void skipBlanks() {
    while (pos < end && (bytes[pos] == ' ' || bytes[pos] == '\t')) {
      pos++;
    }
  }

  boolean isLineEnd() {
    return pos >= end || bytes[pos] == '\n' || bytes[pos] == '\r';
  }

  /** Goes from behind a value to the next content; only blanks and a comment may be in between. */
  void endLine() {
    skipBlanks();
    if (!isLineEnd() && bytes[pos] != '#') {
      if (bytes[pos] == ':') {
        throw Unusual.YAML;
      }
      throw fault("unexpected text behind a value");
    }
    nextLine();
  }

  /** Goes from the end of a line, or from a comment, to the next content. */
  void nextLine() {
    breaks = 0;
    passedComment = false;
    while (true) {
      if (pos < end && bytes[pos] == '#') {
        passedComment = true;
        while (pos < end && bytes[pos] != '\n') {
          pos++;
        }
      }
      if (pos < end && bytes[pos] == '\r') {
        pos++;
      }
      if (pos >= end) {
        indent = -1;
        return;
      }
      pos++;
      breaks++;
      if (startLine()) {
        return;
      }
    }
  }

  /** Goes to the first content, from the start of the document. */
  void firstLine() {
    if (end - from >= 3
        && bytes[from] == (byte) 0xEF
        && bytes[from + 1] == (byte) 0xBB
        && bytes[from + 2] == (byte) 0xBF) {
      pos += 3;
    }
    if (!startLine()) {
      nextLine();
    }
  }

  /** Looks at a line from its start; false if it is blank or a comment. */
  private boolean startLine() {
    lineStart = pos;
    while (pos < end && bytes[pos] == ' ') {
      pos++;
    }
    if (pos >= end) {
      indent = -1;
      return true;
    }
    byte c = bytes[pos];
    if (c == '\n' || c == '\r' || c == '#') {
      return false;
    }
    if (c == '\t') {
      skipBlanks();
      if (!isLineEnd()) {
        throw Unusual.YAML;
      }
      return isAtEnd() && (indent = -1) < 0;
    }
    indent = pos - lineStart;
    if (indent == 0 && isMarker(pos)) {
      indent = -1;
    }
    return true;
  }

  /** Whether a line with only {@code ---} or {@code ...}, or beginning so, starts there. */
  boolean isMarker(int at) {
    if (end - at < 3) {
      return false;
    }
    byte c = bytes[at];
    return (c == '-' || c == '.')
        && bytes[at + 1] == c
        && bytes[at + 2] == c
        && (at + 3 >= end || bytes[at + 3] <= ' ' && bytes[at + 3] >= 0);
  }

  void clearText() {
    textLength = 0;
  }

  void append(int c) {
    if (textLength == text.length) {
      text = Arrays.copyOf(text, 2 * textLength);
    }
    text[textLength++] = (byte) c;
  }

  void append(int start, int stop) {
    int length = stop - start;
    if (textLength + length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, textLength + length));
    }
    System.arraycopy(bytes, start, text, textLength, length);
    textLength += length;
  }

  /** A line end in a text that goes on: one is a blank, more are one less. */
  void appendFold(int lineEnds) {
    if (lineEnds == 1) {
      append(' ');
    }
    for (int i = 1; i < lineEnds; i++) {
      append('\n');
    }
  }

  void appendCodePoint(int codePoint) {
    if (codePoint < 0x80) {
      append(codePoint);
      return;
    }
    boolean valid = codePoint <= 0x10FFFF && (codePoint < 0xD800 || codePoint > 0xDFFF);
    String character = valid ? Character.toString(codePoint) : "\uFFFD";
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      append(b);
    }
  }

  YamlException fault(String reason) {
    return new YamlException(line(Math.min(pos, end)), reason);
  }

  /** The line of a byte, from 1 at the start of the document. */
  int line(int at) {
    int line = 1;
    for (int i = from; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
