package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parses <code>{a: b}</code> and {@code [a, b]}, and with them JSON. */
final class FlowParser {

  private final Cursor cursor;
  private final Tree tree;
  private final QuotedScalar quoted;
  private final Scalars scalars;

  FlowParser(Cursor cursor, Tree tree, QuotedScalar quoted, Scalars scalars) {
    this.cursor = cursor;
    this.tree = tree;
    this.quoted = quoted;
    this.scalars = scalars;
  }

  /** Reads from an opening bracket to behind the closing one. */
  JsonNode collection(String parentKey) {
    return cursor.bytes[cursor.pos] == '{' ? mapping(parentKey) : sequence();
  }

  private ObjectNode mapping(String parentKey) {
    ObjectNode mapping = tree.openMapping();
    cursor.pos++;
    while (next() != '}') {
      int place = cursor.pos;
      String key = key();
      tree.atKey(key, place);
      JsonNode value = NullNode.instance;
      if (next() == ':') {
        cursor.pos++;
        byte c = next();
        value = c == ',' || c == '}' ? NullNode.instance : value(key);
      }
      if (!tree.isDropped(parentKey, key)) {
        Tree.add(mapping, key, value);
      }
      separator('}');
    }
    cursor.pos++;
    tree.close();
    return mapping;
  }

  private ArrayNode sequence() {
    ArrayNode sequence = tree.openSequence();
    cursor.pos++;
    int index = 0;
    while (next() != ']') {
      tree.atElement(index++, cursor.pos);
      sequence.add(value(""));
      if (next() == ':') {
        throw Unusual.YAML;
      }
      separator(']');
    }
    cursor.pos++;
    tree.close();
    return sequence;
  }

  private void separator(char close) {
    byte c = next();
    if (c == ',') {
      cursor.pos++;
    } else if (c != close) {
      throw cursor.fault("expected ',' or '" + close + "'");
    }
  }

  private String key() {
    byte c = cursor.bytes[cursor.pos];
    if (c == '"' || c == '\'') {
      return quoted.read().textValue();
    }
    int start = cursor.pos;
    int stop = plainEnd();
    if (stop - start == 2 && c == '<' && cursor.bytes[start + 1] == '<') {
      throw Unusual.YAML;
    }
    return scalars.key(cursor.bytes, start, stop);
  }

  private JsonNode value(String key) {
    byte c = cursor.bytes[cursor.pos];
    if (c == '"' || c == '\'') {
      return quoted.read();
    }
    if (c == '{' || c == '[') {
      return collection(key);
    }
    int start = cursor.pos;
    int stop = plainEnd();
    return scalars.resolve(cursor.bytes, start, stop);
  }

  /** Goes behind a plain scalar, which is on one line; gives the end of its text. */
  private int plainEnd() {
    byte[] bytes = cursor.bytes;
    int start = cursor.pos;
    switch (bytes[start]) {
      case '&', '*', '!', '|', '>', '%', '@', '`', '?', ':', ',', '#', '}', ']':
        throw Unusual.YAML;
      case '-':
        if (isFlowEnd(start + 1) || start == cursor.lineStart) {
          throw Unusual.YAML;
        }
        break;
      default:
        break;
    }
    int i = start;
    while (i < cursor.end && !isPlainEnd(i)) {
      i++;
    }
    cursor.pos = i;
    int stop = i;
    while (stop > start && (bytes[stop - 1] == ' ' || bytes[stop - 1] == '\t')) {
      stop--;
    }
    byte next = next();
    if (next != ',' && next != ':' && next != '}' && next != ']') {
      throw Unusual.YAML;
    }
    return stop;
  }

  private boolean isPlainEnd(int at) {
    return switch (cursor.bytes[at]) {
      case ',', '}', ']', '{', '[', '\n', '\r' -> true;
      case ':' -> isFlowEnd(at + 1);
      case '#' -> cursor.bytes[at - 1] == ' ' || cursor.bytes[at - 1] == '\t';
      default -> false;
    };
  }

  /** Whether a plain scalar cannot go on there. */
  private boolean isFlowEnd(int at) {
    if (at >= cursor.end) {
      return true;
    }
    return switch (cursor.bytes[at]) {
      case ' ', '\t', '\n', '\r', ',', '[', ']', '{', '}' -> true;
      default -> false;
    };
  }

  /** Passes blanks, line ends and comments; gives the byte that the cursor comes to stand on. */
  private byte next() {
    byte[] bytes = cursor.bytes;
    while (cursor.pos < cursor.end) {
      byte c = bytes[cursor.pos];
      if (c == '\n') {
        cursor.lineStart = cursor.pos + 1;
      } else if (c == '#') {
        byte before = bytes[cursor.pos - 1];
        if (before != ' ' && before != '\t' && before != '\n') {
          return c;
        }
        while (cursor.pos < cursor.end && bytes[cursor.pos] != '\n') {
          cursor.pos++;
        }
        continue;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return c;
      }
      cursor.pos++;
    }
    throw cursor.fault("a flow collection or JSON value that does not end");
  }
}
