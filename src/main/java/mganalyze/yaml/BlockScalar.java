package mganalyze.yaml;

import com.fasterxml.jackson.databind.node.TextNode;

/** Reads {@code |} and {@code >} texts. */
final class BlockScalar {

  private final Cursor cursor;
  private final TextCache cache;

  BlockScalar(Cursor cursor, TextCache cache) {
    this.cursor = cursor;
    this.cache = cache;
  }

  /** Reads from the indicator to the next content; the text is indented deeper than its parent. */
  TextNode read(int parent) {
    byte[] bytes = cursor.bytes;
    boolean folded = bytes[cursor.pos++] == '>';
    int chomping = 0;
    int increment = 0;
    while (!cursor.isAtEnd()) {
      byte c = bytes[cursor.pos];
      if ((c == '-' || c == '+') && chomping == 0) {
        chomping = c;
      } else if (c >= '1' && c <= '9' && increment == 0) {
        increment = c - '0';
      } else {
        break;
      }
      cursor.pos++;
    }
    int behind = cursor.pos;
    cursor.skipBlanks();
    if (!cursor.isLineEnd() && (bytes[cursor.pos] != '#' || cursor.pos == behind)) {
      throw cursor.fault("unexpected text behind '" + (folded ? '>' : '|') + "'");
    }
    while (!cursor.isAtEnd() && bytes[cursor.pos] != '\n') {
      cursor.pos++;
    }
    int line = Math.min(cursor.pos + 1, cursor.end);
    int indent = increment > 0 ? Math.max(parent, 0) + increment : detectIndent(line, parent);
    cursor.clearText();
    int breaks = folded ? readFolded(line, indent) : readLiteral(line, indent);
    if (chomping == '+') {
      appendBreaks(breaks);
    } else if (chomping == 0 && breaks > 0 && cursor.textLength > 0) {
      cursor.append('\n');
    }
    return cache.node(cursor.text, 0, cursor.textLength);
  }

  /** The deepest of the leading blank lines and the first line of text. */
  private int detectIndent(int line, int parent) {
    byte[] bytes = cursor.bytes;
    int deepest = Math.max(parent + 1, 1);
    int start = line;
    while (start < cursor.end) {
      int i = start;
      while (i < cursor.end && bytes[i] == ' ') {
        i++;
      }
      deepest = Math.max(deepest, i - start);
      if (i < cursor.end && bytes[i] == '\t' && i - start < deepest) {
        throw Unusual.YAML;
      }
      if (i < cursor.end && bytes[i] == '\r') {
        i++;
      }
      if (i >= cursor.end || bytes[i] != '\n') {
        break;
      }
      start = i + 1;
    }
    return deepest;
  }

  /** Gives the number of line ends behind the last line of text, which are not in the text yet. */
  private int readLiteral(int firstLine, int indent) {
    int breaks = 0;
    int line = firstLine;
    while (line < cursor.end) {
      int start = textStart(line, indent);
      if (start < 0) {
        break;
      }
      int stop = lineEnd(start);
      if (start < stop) {
        appendBreaks(breaks);
        breaks = 0;
        cursor.append(start, withoutReturn(start, stop));
      }
      breaks += stop < cursor.end ? 1 : 0;
      line = Math.min(stop + 1, cursor.end);
    }
    leave(line);
    return breaks;
  }

  /** As {@link #readLiteral}; lines of text are joined unless one of them begins with a blank. */
  private int readFolded(int firstLine, int indent) {
    byte[] bytes = cursor.bytes;
    int breaks = 0;
    boolean anyText = false;
    boolean wasSpaced = false;
    int line = firstLine;
    while (line < cursor.end) {
      int start = textStart(line, indent);
      if (start < 0) {
        break;
      }
      int stop = lineEnd(start);
      if (start < stop) {
        boolean isSpaced = bytes[start] == ' ' || bytes[start] == '\t';
        if (!anyText || wasSpaced || isSpaced) {
          appendBreaks(breaks);
        } else {
          cursor.appendFold(breaks);
        }
        breaks = 0;
        anyText = true;
        wasSpaced = isSpaced;
        cursor.append(start, withoutReturn(start, stop));
      }
      breaks += stop < cursor.end ? 1 : 0;
      line = Math.min(stop + 1, cursor.end);
    }
    leave(line);
    return breaks;
  }

  /**
   * Where the text of a line starts; its end for an empty line, -1 if it is not part of the text.
   */
  private int textStart(int line, int indent) {
    byte[] bytes = cursor.bytes;
    int i = line;
    int limit = Math.min(line + indent, cursor.end);
    while (i < limit && bytes[i] == ' ') {
      i++;
    }
    if (i == line + indent || i >= cursor.end || bytes[i] == '\n') {
      return i < cursor.end && bytes[i] == '\r' ? lineEnd(i) : i;
    }
    if (bytes[i] == '\r') {
      return i + 1;
    }
    return -1;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < cursor.end && cursor.bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private int withoutReturn(int start, int stop) {
    return stop > start && cursor.bytes[stop - 1] == '\r' ? stop - 1 : stop;
  }

  private void appendBreaks(int count) {
    for (int i = 0; i < count; i++) {
      cursor.append('\n');
    }
  }

  /** Looks for the content behind the text, from the start of a line. */
  private void leave(int line) {
    if (line >= cursor.end) {
      cursor.pos = cursor.end;
      cursor.indent = -1;
      return;
    }
    cursor.pos = line - 1;
    cursor.nextLine();
  }
}
