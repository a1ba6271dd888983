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
  private final KeyReader keys;
  private final PlainScalar plain;
  private final QuotedScalar quoted;
  private final BlockScalar blockScalar;
  private final FlowParser flow;

  BlockParser(Cursor cursor, Tree tree) {
    this.cursor = cursor;
    this.tree = tree;
    TextCache cache = TextCache.ofThread();
    Scalars scalars = new Scalars(cache);
    this.quoted = new QuotedScalar(cursor, cache);
    this.blockScalar = new BlockScalar(cursor, cache);
    this.keys = new KeyReader(cursor, quoted, scalars);
    this.plain = new PlainScalar(cursor, cache, scalars);
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
    String key = keys.read();
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
      key = cursor.isDash() ? null : keys.read();
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
        return plain.read(parent);
      }
      default -> {
        return plain.read(parent);
      }
    }
  }
}
