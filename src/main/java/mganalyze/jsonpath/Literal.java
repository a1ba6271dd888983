package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;

/** A text, number or truth value. A text stands once, the others once for each value. */
record Literal(JsonNode value) implements Node {

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    return value.isTextual() ? List.of(value) : Collections.nCopies(input.size(), value);
  }
}
