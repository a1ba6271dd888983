package mganalyze.yaml;

/** Writes the texts of {@link YamlWriter}: quotes, escapes, and folding behind column 80. */
final class TextWriter {

  private static final int WIDTH = 80;
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private final YamlWriter lines;
  private final StringBuilder out;

  TextWriter(YamlWriter lines, StringBuilder out) {
    this.lines = lines;
    this.out = out;
  }

  /**
   * @param indent column of further lines
   */
  void write(String text, int indent, boolean isSimpleKey) {
    switch (ScalarStyle.of(text, isSimpleKey)) {
      case PLAIN -> writePlain(text, indent, isSimpleKey);
      case SINGLE_QUOTED -> writeSingleQuoted(text, indent, isSimpleKey);
      case DOUBLE_QUOTED -> writeDoubleQuoted(text, indent, isSimpleKey);
      case LITERAL -> writeLiteral(text, indent);
    }
  }

  /** Whether a single blank there becomes a line end. */
  private boolean isFold(String text, int at) {
    return lines.column() > WIDTH
        && text.charAt(at) == ' '
        && at > 0
        && at < text.length() - 1
        && text.charAt(at - 1) != ' ';
  }

  private void writePlain(String text, int indent, boolean isSimpleKey) {
    lines.separate();
    if (isSimpleKey || lines.column() + text.length() <= WIDTH) {
      out.append(text);
    } else {
      writeFolded(text, indent);
    }
    lines.endScalar();
  }

  private void writeFolded(String text, int indent) {
    for (int i = 0; i < text.length(); i++) {
      if (isFold(text, i) && text.charAt(i + 1) != ' ') {
        lines.startLine(indent);
      } else {
        out.append(text.charAt(i));
        lines.startText();
      }
    }
  }

  private void writeSingleQuoted(String text, int indent, boolean isSimpleKey) {
    lines.separate();
    out.append('\'');
    lines.endScalar();
    boolean isAfterBreak = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSimpleKey && isFold(text, i) && text.charAt(i + 1) != ' ') {
        lines.startLine(indent);
      } else if (ScalarStyle.isBreak(c)) {
        lines.writeBreak(c);
      } else {
        if (isAfterBreak && c != ' ') {
          lines.startLine(indent);
        }
        out.append(c == '\'' ? "''" : c);
        lines.startText();
      }
      isAfterBreak = ScalarStyle.isBreak(c);
    }
    out.append('\'');
    lines.endScalar();
  }

  private void writeDoubleQuoted(String text, int indent, boolean isSimpleKey) {
    lines.separate();
    out.append('"');
    lines.endScalar();
    // Go's emitter takes all of a text for a byte order mark that begins with one.
    boolean isAllEscaped = text.startsWith("\uFEFF");
    boolean isAfterBlank = false;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean isEscaped =
          isAllEscaped
              || c > 0xFFFF
              || !ScalarStyle.isPrintable((char) c)
              || ScalarStyle.isBreak((char) c)
              || c == '"'
              || c == '\\';
      if (isEscaped) {
        writeEscape(c);
      } else if (!isSimpleKey && !isAfterBlank && isFold(text, i)) {
        lines.startLine(indent);
        if (text.charAt(i + 1) == ' ') {
          out.append('\\');
        }
      } else {
        out.append((char) c);
      }
      lines.startText();
      isAfterBlank = c == ' ' && !isEscaped;
      i += Character.charCount(c);
    }
    out.append('"');
    lines.endScalar();
  }

  private void writeEscape(int c) {
    out.append('\\');
    switch (c) {
      case 0 -> out.append('0');
      case 7 -> out.append('a');
      case '\b' -> out.append('b');
      case '\t' -> out.append('t');
      case '\n' -> out.append('n');
      case 0x0B -> out.append('v');
      case '\f' -> out.append('f');
      case '\r' -> out.append('r');
      case 0x1B -> out.append('e');
      case '"', '\\' -> out.append((char) c);
      case 0x85 -> out.append('N');
      case 0xA0 -> out.append('_');
      case 0x2028 -> out.append('L');
      case 0x2029 -> out.append('P');
      default -> {
        int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
        out.append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
          out.append(HEXADECIMAL.charAt(c >> shift & 0xF));
        }
      }
    }
  }

  private void writeLiteral(String text, int indent) {
    lines.separate();
    out.append('|');
    char first = text.charAt(0);
    if (first == ' ' || ScalarStyle.isBreak(first)) {
      out.append('2');
    }
    int last = text.length() - 1;
    if (!ScalarStyle.isBreak(text.charAt(last))) {
      out.append('-');
    } else if (last == 0 || ScalarStyle.isBreak(text.charAt(last - 1))) {
      out.append('+');
    }
    lines.writeBreak('\n');
    boolean isAtStart = true;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (ScalarStyle.isBreak(c)) {
        lines.writeBreak(c);
        isAtStart = true;
      } else {
        if (isAtStart) {
          lines.startLine(indent);
        }
        out.append(c);
        lines.startText();
        isAtStart = false;
      }
    }
  }
}
