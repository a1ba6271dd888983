package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mganalyze.yaml.ByteOrder;

/** {@code .*}: all values of maps and lists. */
record Wildcard() implements Node {

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    List<JsonNode> result = new ArrayList<>();
    for (JsonNode value : input) {
      children(value, result);
    }
    return result;
  }

  /** Go takes a string for the list of its bytes. */
  static void children(JsonNode value, List<JsonNode> result) {
    if (value.isObject()) {
      for (String key : ByteOrder.keys(value)) {
        result.add(value.get(key));
      }
    } else if (value.isArray()) {
      value.forEach(result::add);
    } else if (value.isTextual()) {
      for (byte b : value.textValue().getBytes(StandardCharsets.UTF_8)) {
        result.add(IntNode.valueOf(b & 0xFF));
      }
    }
  }
}
