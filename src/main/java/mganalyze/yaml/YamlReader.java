package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Reads Kubernetes objects as {@code oc} and {@code kubectl} write them, YAML or JSON.
 *
 * <p>Scalars mean what they mean to Kubernetes tools: YAML 1.1, timestamps are text. Bytes that are
 * no UTF-8 become U+FFFD. A key that stands twice has its last value. Whatever is no YAML, holds a
 * NUL byte or is nested too deep ends in a {@link YamlException}, never in another one. {@code
 * dropKeys} are left out wherever they stand directly below a key {@code metadata}, such as {@code
 * managedFields}.
 */
public final class YamlReader {

  /** Larger lists are not read anew for each object that refers to another one. */
  private static final int MOST_WITH_ALIASES = 1 << 18;

  private YamlReader() {}

  /**
   * Reads the one document that the bytes hold; a leading {@code ---} is allowed, an empty document
   * is a JSON null. Lines are counted from {@code from}.
   */
  public static JsonNode read(byte[] bytes, int from, int to, Set<String> dropKeys) {
    return parse(bytes, from, to, Slice.DOCUMENT, dropKeys, null);
  }

  /**
   * Cuts a file into the objects that it holds, without parsing them. Never fails: what is broken
   * shows when its slice is read.
   */
  public static Slices split(byte[] bytes, int from, int to) {
    return new Splitter(bytes, from, to).split();
  }

  /** Reads one of the objects that {@link #split} found in the same bytes. */
  public static JsonNode readSlice(byte[] bytes, Slice slice, Set<String> dropKeys) {
    try {
      return parse(bytes, slice.from(), slice.to(), slice.indent(), dropKeys, null);
    } catch (YamlException e) {
      if (e.reason().equals(EventReader.NO_ANCHOR) && bytes.length <= MOST_WITH_ALIASES) {
        return readFromWhole(bytes, slice, dropKeys);
      }
      throw new YamlException(slice.line() - 1 + e.line(), e.reason());
    }
  }

  /** Reads an object that refers to an anchor in another object of the same list. */
  private static JsonNode readFromWhole(byte[] bytes, Slice slice, Set<String> dropKeys) {
    List<Slice> slices = split(bytes, 0, bytes.length).slices();
    JsonNode items = read(bytes, 0, bytes.length, dropKeys).path("items");
    int index = slices.indexOf(slice);
    if (index < 0 || items.size() != slices.size()) {
      throw new YamlException(slice.line(), EventReader.NO_ANCHOR);
    }
    return items.get(index);
  }

  /**
   * The line of the file, from 1, on which the value at a path stands, counting as {@code slice}
   * does. It is the line of the value's key or dash; of the deepest step that exists, if the path
   * leads nowhere; of the object, if that is broken or unusual.
   *
   * @param path keys as String, indexes as Integer
   */
  public static int lineOf(byte[] bytes, Slice slice, List<Object> path) {
    Trail trail = new Trail(path, slice.from());
    try {
      parse(bytes, slice.from(), slice.to(), slice.indent(), Set.of(), trail);
    } catch (YamlException e) {
      // What was found before the fault still stands.
    }
    int line = slice.line();
    for (int i = slice.from(); i < trail.place(); i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private static JsonNode parse(
      byte[] bytes, int from, int to, int indent, Set<String> dropKeys, Trail trail) {
    Cursor cursor = new Cursor(bytes, from, to);
    try {
      checkBytes(cursor);
      BlockParser parser = new BlockParser(cursor, new Tree(cursor, dropKeys, trail));
      return indent == Slice.DOCUMENT ? parser.document() : parser.singleItem();
    } catch (Unusual unusual) {
      JsonNode node = EventReader.read(bytes, from, to, dropKeys);
      if (indent == Slice.DOCUMENT) {
        return node;
      }
      if (node.isArray() && node.size() == 1) {
        return node.get(0);
      }
      throw new YamlException(1, "expected one item of a sequence");
    }
  }

  private static void checkBytes(Cursor cursor) {
    byte[] bytes = cursor.bytes;
    int end = cursor.end;
    for (int i = cursor.from; i < end; i++) {
      byte c = bytes[i];
      if (c > '\r') {
        continue;
      }
      if (c == 0) {
        cursor.pos = i;
        throw cursor.fault("a NUL byte");
      }
      boolean isLoneReturn = c == '\r' && (i + 1 >= end || bytes[i + 1] != '\n');
      if (isLoneReturn || c < 0 && isUnicodeBreak(bytes, i, end) && !isJson(cursor)) {
        throw Unusual.YAML;
      }
    }
  }

  /** Whether U+0085, U+2028 or U+2029 stands there, which end lines of YAML 1.1. */
  private static boolean isUnicodeBreak(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xFF;
    return first == 0xC2 && at + 1 < end && (bytes[at + 1] & 0xFF) == 0x85
        || first == 0xE2
            && at + 2 < end
            && (bytes[at + 1] & 0xFF) == 0x80
            && ((bytes[at + 2] & 0xFF) == 0xA8 || (bytes[at + 2] & 0xFF) == 0xA9);
  }

  private static boolean isJson(Cursor cursor) {
    for (int i = cursor.from; i < cursor.end; i++) {
      byte c = cursor.bytes[i];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c == '{' || c == '[' || c == '"';
      }
    }
    return false;
  }
}
