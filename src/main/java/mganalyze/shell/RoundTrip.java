package mganalyze.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import mganalyze.yaml.ByteOrder;
import mganalyze.yaml.KubernetesPrinter;

/**
 * What a value is once it has been written as JSON and read again: keys in order, numbers as their
 * digits say.
 */
final class RoundTrip {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RoundTrip() {}

  /** Shares with the value what writing and reading would not change, usually all of it. */
  static JsonNode of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> map(value);
      case ARRAY -> list(value);
      case NUMBER -> value.isInt() ? value : number(value);
      case STRING, BOOLEAN -> value;
      default -> NullNode.getInstance();
    };
  }

  private static JsonNode map(JsonNode map) {
    Collection<Map.Entry<String, JsonNode>> entries = ByteOrder.entries(map);
    ObjectNode changed = ByteOrder.isOrdered(map) ? null : JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : entries) {
      JsonNode value = of(entry.getValue());
      if (changed == null && value != entry.getValue()) {
        changed = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> before : entries) {
          if (before.getKey().equals(entry.getKey())) {
            break;
          }
          changed.set(before.getKey(), before.getValue());
        }
      }
      if (changed != null) {
        changed.set(entry.getKey(), value);
      }
    }
    return changed == null ? map : changed;
  }

  private static JsonNode list(JsonNode list) {
    ArrayNode changed = null;
    for (int i = 0; i < list.size(); i++) {
      JsonNode value = of(list.get(i));
      if (changed == null && value != list.get(i)) {
        changed = JsonNodeFactory.instance.arrayNode(list.size());
        for (int j = 0; j < i; j++) {
          changed.add(list.get(j));
        }
      }
      if (changed != null) {
        changed.add(value);
      }
    }
    return changed == null ? list : changed;
  }

  private static JsonNode number(JsonNode number) {
    try {
      return MAPPER.readTree(KubernetesPrinter.compactJson(number));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
