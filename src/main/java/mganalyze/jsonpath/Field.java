package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** {@code .name}: what has no such field yields nothing. */
record Field(String name) implements Node {

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    List<JsonNode> result = new ArrayList<>(input.size());
    for (JsonNode value : input) {
      JsonNode field = value.isObject() ? value.get(name) : null;
      if (field != null) {
        result.add(field);
      }
    }
    return result;
  }
}
