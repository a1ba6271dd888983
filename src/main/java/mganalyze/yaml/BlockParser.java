package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Parses one document of the block style that Kubernetes tools write. Throws {@link Unusual} at the
 * first sign of anything else, and {@link YamlException} where no reading of the text makes sense.
 */
final class BlockParser {

  private final Cursor cursor;
  private final Tree tree;
  private final TextCache cache = TextCache.ofThread();
  private final Scalars scalars = new Scalars(cache);
  private final QuotedScalar quoted;
  private final BlockScalar blockScalar;
  private final FlowParser flow;

  BlockParser(Cursor cursor, Tree tree) {
    this.cursor = cursor;
    this.tree = tree;
    this.quoted = new QuotedScalar(cursor, cache);
    this.blockScalar = new BlockScalar(cursor, cache);
    this.flow = new FlowParser(cursor, tree, quoted, scalars);
  }

  JsonNode document() {
    cursor.firstLine();
    if (cursor.indent == -1 && isNextMarker('-')) {
      cursor.pos += 3;
      cursor.skipBlanks();
      if (!cursor.isLineEnd() && cursor.bytes[cursor.pos] != '#') {
        throw Unusual.YAML;
      }
      cursor.nextLine();
    }
    if (cursor.indent == -1) {
      expectEnd();
      return NullNode.instance;
    }
    JsonNode node = node(-1, "");
    expectEnd();
    return node;
  }

  /** The item of a block sequence, from its dash; it is all that the document has. */
  JsonNode singleItem() {
    cursor.firstLine();
    if (cursor.indent == -1 || !cursor.isDash()) {
      throw cursor.fault("expected '- '");
    }
    int column = cursor.column();
    cursor.pos++;
    JsonNode node = item(column);
    expectEnd();
    return node;
  }

  private boolean isNextMarker(char c) {
    return !cursor.isAtEnd() && cursor.bytes[cursor.pos] == c;
  }

  private void expectEnd() {
    if (cursor.indent != -1) {
      throw cursor.fault("unexpected text behind the document");
    }
    if (isNextMarker('.')) {
      cursor.pos += 3;
      cursor.endLine();
      if (cursor.indent != -1) {
        throw Unusual.YAML;
      }
    }
    if (!cursor.isAtEnd()) {
      throw cursor.fault("a second document begins");
    }
  }

  /** What begins at the cursor, the first content of a line or behind a dash. */
  private JsonNode node(int parent, String parentKey) {
    if (cursor.isDash()) {
      return sequence(cursor.column());
    }
    int start = cursor.pos;
    String key = key();
    return key != null ? mapping(start, key, parentKey) : scalar(parent, parentKey);
  }

  /** A mapping, from behind its first key's colon. */
  private ObjectNode mapping(int start, String firstKey, String parentKey) {
    int column = start - cursor.lineStart;
    ObjectNode mapping = tree.openMapping();
    String key = firstKey;
    int keyPlace = start;
    while (true) {
      tree.atKey(key, keyPlace);
      if (tree.isDropped(parentKey, key)) {
        skipValue(column);
      } else {
        Tree.add(mapping, key, value(column, key));
      }
      if (cursor.indent < column) {
        break;
      }
      if (cursor.indent > column) {
        throw cursor.fault("wrong indentation");
      }
      keyPlace = cursor.pos;
      key = cursor.isDash() ? null : key();
      if (key == null) {
        throw notAKey();
      }
    }
    tree.close();
    return mapping;
  }

  private RuntimeException notAKey() {
    return switch (cursor.bytes[cursor.pos]) {
      case '?', ':', '&', '*', '!', '%', '@', '`', '[', '{', '|', '>', '"', '\'' -> Unusual.YAML;
      default -> cursor.fault("expected 'key: value'");
    };
  }

  private JsonNode value(int column, String key) {
    cursor.skipBlanks();
    if (!cursor.isLineEnd() && cursor.bytes[cursor.pos] != '#') {
      return scalar(column, key);
    }
    cursor.nextLine();
    if (cursor.indent > column) {
      return node(column, key);
    }
    if (cursor.indent == column && cursor.isDash()) {
      return sequence(column);
    }
    return NullNode.instance;
  }

  /** Passes a value without building it; what is deeper than its key belongs to it. */
  private void skipValue(int column) {
    cursor.skipBlanks();
    if (!cursor.isLineEnd() && cursor.bytes[cursor.pos] != '#') {
      scalar(column, "");
      return;
    }
    cursor.nextLine();
    while (cursor.indent > column || cursor.indent == column && cursor.isDash()) {
      while (!cursor.isAtEnd() && cursor.bytes[cursor.pos] != '\n') {
        cursor.pos++;
      }
      cursor.nextLine();
    }
  }

  private ArrayNode sequence(int column) {
    ArrayNode sequence = tree.openSequence();
    int index = 0;
    while (true) {
      tree.atElement(index++, cursor.pos);
      cursor.pos++;
      sequence.add(item(column));
      if (cursor.indent > column) {
        throw cursor.fault("wrong indentation");
      }
      if (cursor.indent < column || !cursor.isDash()) {
        break;
      }
    }
    tree.close();
    return sequence;
  }

  /** An item, from behind its dash. */
  private JsonNode item(int column) {
    while (!cursor.isAtEnd() && cursor.bytes[cursor.pos] == ' ') {
      cursor.pos++;
    }
    if (!cursor.isBlank(cursor.pos) && cursor.bytes[cursor.pos] != '#') {
      return node(column, "");
    }
    cursor.nextLine();
    return cursor.indent > column ? node(column, "") : NullNode.instance;
  }

  /**
   * The key at the cursor, which goes behind its colon; null if there is none, and the cursor
   * stays.
   */
  private String key() {
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

  /** A value that is no block collection; the cursor goes on to the next content. */
  private JsonNode scalar(int parent, String parentKey) {
    switch (cursor.bytes[cursor.pos]) {
      case '"', '\'' -> {
        JsonNode text = quoted.read();
        cursor.endLine();
        return text;
      }
      case '|', '>' -> {
        return blockScalar.read(parent);
      }
      case '{', '[' -> {
        JsonNode collection = flow.collection(parentKey);
        cursor.endLine();
        return collection;
      }
      case '&', '*', '!', '%', '@', '`', '}', ']', ',' -> throw Unusual.YAML;
      case '-', '?', ':' -> {
        if (cursor.isBlank(cursor.pos + 1)) {
          throw Unusual.YAML;
        }
        return plain(parent);
      }
      default -> {
        return plain(parent);
      }
    }
  }

  private JsonNode plain(int parent) {
    int start = cursor.pos;
    int stop = plainLine();
    cursor.nextLine();
    if (cursor.indent <= parent || cursor.passedComment) {
      return scalars.resolve(cursor.bytes, start, stop);
    }
    cursor.clearText();
    cursor.append(start, stop);
    do {
      cursor.appendFold(cursor.breaks);
      start = cursor.pos;
      stop = plainLine();
      cursor.append(start, stop);
      cursor.nextLine();
    } while (cursor.indent > parent && !cursor.passedComment);
    return cache.node(cursor.text, 0, cursor.textLength);
  }

  /** Goes to the end of the line or to a comment; gives the end of the text on this line. */
  private int plainLine() {
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
