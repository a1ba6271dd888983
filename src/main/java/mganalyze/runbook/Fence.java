package mganalyze.runbook;

import java.util.Optional;

/**
 * The opening fence of a code block. Backticks or tildes, at least three; the block ends with at
 * least as many. It may be indented by blanks or tabs, quoted, or stand right behind the mark of a
 * list item.
 *
 * @param indent columns before it; lines of the block are indented by as many
 * @param info what stands behind it, such as {@code bash title="x"}
 */
record Fence(char mark, int length, int indent, boolean isQuoted, String info) {
  private static final int TAB = 4;

  static Optional<Fence> opening(String line) {
    int at = 0;
    int column = 0;
    boolean isQuoted = false;
    while (true) {
      while (at < line.length() && isBlank(line.charAt(at))) {
        column = line.charAt(at) == '\t' ? (column / TAB + 1) * TAB : column + 1;
        at++;
      }
      if (at < line.length() && line.charAt(at) == '>') {
        isQuoted = true;
        at++;
        column = 0;
        continue;
      }
      int mark = listMark(line, at);
      if (mark == 0) {
        break;
      }
      at += mark;
      column += mark;
    }
    int end = runEnd(line, at);
    if (end - at < 3) {
      return Optional.empty();
    }
    String info = line.substring(end).strip();
    boolean isInlineCode = line.charAt(at) == '`' && info.indexOf('`') >= 0;
    return isInlineCode
        ? Optional.empty()
        : Optional.of(new Fence(line.charAt(at), end - at, column, isQuoted, info));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Length of {@code - } or {@code 1. } here; 0 if there is none. */
  static int listMark(String line, int at) {
    int end = at;
    while (end < line.length() && Character.isDigit(line.charAt(end))) {
      end++;
    }
    boolean isNumber = end > at;
    String marks = isNumber ? ".)" : "-*+";
    boolean isMark =
        end + 1 < line.length()
            && marks.indexOf(line.charAt(end)) >= 0
            && isBlank(line.charAt(end + 1));
    return isMark ? end + 2 - at : 0;
  }

  private static int runEnd(String line, int at) {
    int end = at;
    while (end < line.length()
        && (line.charAt(end) == '`' || line.charAt(end) == '~')
        && line.charAt(end) == line.charAt(at)) {
      end++;
    }
    return end;
  }

  boolean isClosedBy(String line) {
    String text = (isQuoted ? unquoted(line) : line).strip();
    return text.length() >= length && text.charAt(0) == mark && runEnd(text, 0) == text.length();
  }

  /** A heading at the left edge ends a block that was opened inside a list and never closed. */
  boolean isLeftBy(String line) {
    return indent > 0 && line.startsWith("## ");
  }

  /** A line of the block without the block's own indent. */
  String content(String line) {
    String text = isQuoted ? unquoted(line) : line;
    int at = 0;
    int column = 0;
    while (at < text.length() && column < indent && isBlank(text.charAt(at))) {
      column = text.charAt(at) == '\t' ? (column / TAB + 1) * TAB : column + 1;
      at++;
    }
    return text.substring(at);
  }

  private static String unquoted(String line) {
    String text = line.stripLeading();
    if (!text.startsWith(">")) {
      return line;
    }
    return text.startsWith("> ") ? text.substring(2) : text.substring(1);
  }
}
