package mganalyze.yaml;

/** Reads the keys of block mappings, with their colons. */
final class KeyReader {

  private final Cursor cursor;
  private final QuotedScalar quoted;
  private final Scalars scalars;

  KeyReader(Cursor cursor, QuotedScalar quoted, Scalars scalars) {
    this.cursor = cursor;
    this.quoted = quoted;
    this.scalars = scalars;
  }

  /**
   * The key at the cursor, which goes behind its colon; null if there is none, and the cursor
   * stays.
   */
  String read() {
    byte[] bytes = cursor.bytes;
    int start = cursor.pos;
    switch (bytes[start]) {
      case '"', '\'':
        return quotedKey(start);
      case '&', '*', '!', '|', '>', '%', '@', '`', '{', '[', '}', ']', ',', '#':
        return null;
      case '?', ':', '-':
        if (cursor.isBlank(start + 1)) {
          return null;
        }
        break;
      default:
        break;
    }
    int end = cursor.end;
    int i = start;
    while (i < end) {
      byte c = bytes[i];
      if (c == ':' && cursor.isBlank(i + 1)) {
        break;
      }
      if (c == '\n' || c == '#' && cursor.isBlank(i - 1)) {
        return null;
      }
      i++;
    }
    if (i >= end) {
      return null;
    }
    cursor.pos = i + 1;
    while (bytes[i - 1] == ' ' || bytes[i - 1] == '\t') {
      i--;
    }
    if (i - start == 2 && bytes[start] == '<' && bytes[start + 1] == '<') {
      throw Unusual.YAML;
    }
    return scalars.key(bytes, start, i);
  }

  private String quotedKey(int start) {
    int line = cursor.lineStart;
    String key = quoted.read().textValue();
    int behind = cursor.pos;
    cursor.skipBlanks();
    if (cursor.lineStart == line
        && !cursor.isAtEnd()
        && cursor.bytes[cursor.pos] == ':'
        && cursor.isBlank(cursor.pos + 1)) {
      cursor.pos++;
      return key;
    }
    if (cursor.lineStart != line && behind < cursor.end && cursor.bytes[cursor.pos] == ':') {
      throw Unusual.YAML;
    }
    cursor.pos = start;
    cursor.lineStart = line;
    return null;
  }
}
