package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * What the block and the flow parser share while they build one document: how deep they are, which
 * keys they leave out, and the place that somebody looks for.
 */
final class Tree {

  static final int DEEPEST = 200;

  private final Cursor cursor;
  private final Set<String> dropKeys;
  private final Trail trail;
  private int depth;

  Tree(Cursor cursor, Set<String> dropKeys, Trail trail) {
    this.cursor = cursor;
    this.dropKeys = dropKeys;
    this.trail = trail;
  }

  ObjectNode openMapping() {
    open();
    return new ObjectNode(JsonNodeFactory.instance);
  }

  ArrayNode openSequence() {
    open();
    return new ArrayNode(JsonNodeFactory.instance);
  }

  private void open() {
    if (++depth > DEEPEST) {
      throw cursor.fault("nested deeper than " + DEEPEST + " levels");
    }
  }

  void close() {
    depth--;
  }

  /** To be called at each key, with the place where it stands. */
  void atKey(String key, int at) {
    if (trail != null) {
      trail.pass(depth - 1, key, at);
    }
  }

  /** To be called at each element of a sequence. */
  void atElement(int index, int at) {
    if (trail != null) {
      trail.pass(depth - 1, index, at);
    }
  }

  boolean isDropped(String parentKey, String key) {
    return isDropped(dropKeys, parentKey, key);
  }

  static boolean isDropped(Set<String> dropKeys, String parentKey, String key) {
    return !dropKeys.isEmpty() && "metadata".equals(parentKey) && dropKeys.contains(key);
  }

  static void add(ObjectNode mapping, String key, JsonNode value) {
    mapping.set(key, value);
  }
}
