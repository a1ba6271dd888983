package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Steps one after the other: what stands between two braces. */
record Steps(List<Node> nodes) implements Node {

  Steps {
    nodes = List.copyOf(nodes);
  }

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    List<JsonNode> current = input;
    for (Node node : nodes) {
      budget.spend(current.size());
      current = node.eval(current, budget);
    }
    return current;
  }
}
