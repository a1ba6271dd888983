package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7386: null removes a key, everything but an object replaces. */
final class MergePatch {
  private MergePatch() {}

  /** Changes the object. */
  static void apply(ObjectNode target, JsonNode patch) {
    patch.properties().forEach(entry -> applyKey(target, entry.getKey(), entry.getValue()));
  }

  private static void applyKey(ObjectNode target, String key, JsonNode value) {
    if (value.isNull()) {
      target.remove(key);
    } else if (value.isObject()) {
      ObjectNode child =
          target.path(key) instanceof ObjectNode present
              ? present
              : JsonNodeFactory.instance.objectNode();
      apply(child, value);
      target.set(key, child);
    } else {
      target.set(key, value);
    }
  }
}
