package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads block scalars without quotes, on one line or several. */
final class PlainScalar {

  private final Cursor cursor;
  private final TextCache cache;
  private final Scalars scalars;

  PlainScalar(Cursor cursor, TextCache cache, Scalars scalars) {
    this.cursor = cursor;
    this.cache = cache;
    this.scalars = scalars;
  }

  /**
   * Reads from its first character to the next content; further lines are deeper than its parent.
   */
  JsonNode read(int parent) {
    int start = cursor.pos;
    int stop = line();
    cursor.nextLine();
    if (cursor.indent <= parent || cursor.passedComment) {
      return scalars.resolve(cursor.bytes, start, stop);
    }
    cursor.clearText();
    cursor.append(start, stop);
    do {
      cursor.appendFold(cursor.breaks);
      start = cursor.pos;
      stop = line();
      cursor.append(start, stop);
      cursor.nextLine();
    } while (cursor.indent > parent && !cursor.passedComment);
    return cache.node(cursor.text, 0, cursor.textLength);
  }

  /** Goes to the end of the line or to a comment; gives the end of the text on this line. */
  private int line() {
    byte[] bytes = cursor.bytes;
    int end = cursor.end;
    int start = cursor.pos;
    int i = start;
    while (i < end) {
      byte c = bytes[i];
      if (c == '\n') {
        break;
      }
      if (c == ':') {
        if (cursor.isBlank(i + 1)) {
          cursor.pos = i;
          throw cursor.fault("a key inside of a value");
        }
      } else if (c == '#' && i > start && cursor.isBlank(i - 1)) {
        break;
      }
      i++;
    }
    cursor.pos = i;
    while (i > start && (bytes[i - 1] == ' ' || bytes[i - 1] == '\t' || bytes[i - 1] == '\r')) {
      i--;
    }
    return i;
  }
}
