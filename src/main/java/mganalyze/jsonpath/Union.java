package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** {@code [0,2]} or {@code ['a','b']}: all results of the first part, then of the second. */
record Union(List<Steps> parts) implements Node {

  Union {
    parts = List.copyOf(parts);
  }

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    List<JsonNode> result = new ArrayList<>();
    for (Steps part : parts) {
      result.addAll(part.eval(input, budget));
    }
    return result;
  }
}
