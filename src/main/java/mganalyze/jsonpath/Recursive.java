package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** {@code ..}: every value that has something in it, parents before children. */
record Recursive() implements Node {

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    List<JsonNode> result = new ArrayList<>();
    for (JsonNode value : input) {
      descend(value, result, budget);
    }
    return result;
  }

  private static void descend(JsonNode value, List<JsonNode> result, Budget budget) {
    if (value.isTextual()) {
      if (!value.textValue().isEmpty()) {
        result.add(value);
      }
      return;
    }
    List<JsonNode> children = new ArrayList<>(value.size());
    Wildcard.children(value, children);
    budget.spend(children.size());
    if (!children.isEmpty()) {
      result.add(value);
      for (JsonNode child : children) {
        descend(child, result, budget);
      }
    }
  }
}
