package mganalyze.yaml;

import com.fasterxml.jackson.databind.node.TextNode;

/** Reads {@code 'texts'} and {@code "texts"}, on one line or several. */
final class QuotedScalar {

  private final Cursor cursor;
  private final TextCache cache;

  QuotedScalar(Cursor cursor, TextCache cache) {
    this.cursor = cursor;
    this.cache = cache;
  }

  /** Reads from the opening quote to behind the closing one. */
  TextNode read() {
    byte[] bytes = cursor.bytes;
    byte quote = bytes[cursor.pos];
    int start = cursor.pos + 1;
    int i = start;
    while (i < cursor.end) {
      byte c = bytes[i];
      if (c == quote) {
        if (quote == '\'' && i + 1 < cursor.end && bytes[i + 1] == '\'') {
          break;
        }
        cursor.pos = i + 1;
        return cache.node(bytes, start, i);
      }
      if (c == '\n' || c == '\\' && quote == '"') {
        break;
      }
      i++;
    }
    return readPiecewise(quote, start);
  }

  private TextNode readPiecewise(byte quote, int start) {
    byte[] bytes = cursor.bytes;
    cursor.clearText();
    int piece = start;
    int i = start;
    while (i < cursor.end) {
      byte c = bytes[i];
      if (c == quote) {
        cursor.append(piece, i);
        if (quote == '"' || i + 1 >= cursor.end || bytes[i + 1] != '\'') {
          cursor.pos = i + 1;
          return cache.node(cursor.text, 0, cursor.textLength);
        }
        cursor.append('\'');
        i += 2;
        piece = i;
      } else if (c == '\n') {
        cursor.append(piece, beforeBlanks(piece, i));
        i = fold(i);
        piece = i;
      } else if (c == '\\' && quote == '"') {
        cursor.append(piece, i);
        cursor.pos = i;
        i = escape(i + 1);
        piece = i;
      } else {
        i++;
      }
    }
    cursor.pos = start - 1;
    throw cursor.fault("a quoted text that does not end");
  }

  private int beforeBlanks(int start, int stop) {
    byte[] bytes = cursor.bytes;
    int i = stop;
    while (i > start && (bytes[i - 1] == ' ' || bytes[i - 1] == '\t' || bytes[i - 1] == '\r')) {
      i--;
    }
    return i;
  }

  /** From a line end to the text that goes on behind it. */
  private int fold(int lineEnd) {
    int breaks = 0;
    int i = lineEnd;
    while (i < cursor.end && cursor.bytes[i] == '\n') {
      breaks++;
      i = lineBegin(i + 1);
    }
    cursor.appendFold(breaks);
    return i;
  }

  /** Behind the blanks that a line begins with. */
  private int lineBegin(int at) {
    cursor.pos = at;
    cursor.lineStart = at;
    if (cursor.isMarker(at)) {
      throw cursor.fault("the document ends inside a quoted text");
    }
    int i = at;
    while (i < cursor.end
        && (cursor.bytes[i] == ' ' || cursor.bytes[i] == '\t' || cursor.bytes[i] == '\r')) {
      i++;
    }
    return i;
  }

  /** What stands behind a backslash; gives the place behind it. */
  private int escape(int at) {
    if (at >= cursor.end) {
      throw cursor.fault("a quoted text that does not end");
    }
    switch (cursor.bytes[at]) {
      case 'n' -> cursor.append('\n');
      case '"' -> cursor.append('"');
      case '\\' -> cursor.append('\\');
      case '/' -> cursor.append('/');
      case 't', '\t' -> cursor.append('\t');
      case 'r' -> cursor.append('\r');
      case ' ' -> cursor.append(' ');
      case 'b' -> cursor.append('\b');
      case 'f' -> cursor.append('\f');
      case '0' -> cursor.append(0);
      case 'a' -> cursor.append(7);
      case 'v' -> cursor.append(0x0B);
      case 'e' -> cursor.append(0x1B);
      case 'N' -> cursor.appendCodePoint(0x85);
      case '_' -> cursor.appendCodePoint(0xA0);
      case 'L' -> cursor.appendCodePoint(0x2028);
      case 'P' -> cursor.appendCodePoint(0x2029);
      case 'x' -> {
        cursor.appendCodePoint(hexadecimal(at + 1, 2));
        return at + 3;
      }
      case 'u' -> {
        return unicode(at);
      }
      case 'U' -> {
        cursor.appendCodePoint(hexadecimal(at + 1, 8));
        return at + 9;
      }
      case '\r' -> {
        return at + 1 < cursor.end && cursor.bytes[at + 1] == '\n' ? escapedBreak(at + 1) : at + 1;
      }
      case '\n' -> {
        return escapedBreak(at);
      }
      default -> throw cursor.fault("an escape that YAML does not know");
    }
    return at + 1;
  }

  /** JSON writes a character beyond U+FFFF as two escapes. */
  private int unicode(int at) {
    int unit = hexadecimal(at + 1, 4);
    if (Character.isHighSurrogate((char) unit)
        && at + 10 < cursor.end
        && cursor.bytes[at + 5] == '\\'
        && cursor.bytes[at + 6] == 'u') {
      int low = hexadecimal(at + 7, 4);
      if (Character.isLowSurrogate((char) low)) {
        cursor.appendCodePoint(Character.toCodePoint((char) unit, (char) low));
        return at + 11;
      }
    }
    cursor.appendCodePoint(unit);
    return at + 5;
  }

  /** The line end is not part of the text; further ones are. */
  private int escapedBreak(int lineEnd) {
    int i = lineBegin(lineEnd + 1);
    while (i < cursor.end && cursor.bytes[i] == '\n') {
      cursor.append('\n');
      i = lineBegin(i + 1);
    }
    return i;
  }

  private int hexadecimal(int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = i < cursor.end ? Character.digit(cursor.bytes[i], 16) : -1;
      if (digit < 0) {
        throw cursor.fault("an escape with wrong digits");
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
