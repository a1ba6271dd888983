package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import mganalyze.finding.Nullable;

/**
 * {@code [?(@.a == "b")]}, {@code [?(@.a)]}.
 *
 * @param operator as written; empty asks whether the left side exists
 */
record Filter(Steps left, String operator, Steps right) implements Node {

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    List<JsonNode> result = new ArrayList<>();
    for (JsonNode value : input) {
      if (!value.isArray()) {
        throw new JsonPathException(
            GoValue.print(value) + " is not array or slice and cannot be filtered");
      }
      for (JsonNode element : value) {
        if (operator.isEmpty() ? exists(element, budget) : holds(element, result, budget)) {
          result.add(element);
        }
      }
    }
    return result;
  }

  /** A fault counts as existing, if there was a value up to it. */
  private boolean exists(JsonNode element, Budget budget) {
    try {
      return !left.eval(List.of(element), budget).isEmpty();
    } catch (JsonPathException e) {
      return e.isAfterResults();
    }
  }

  private boolean holds(JsonNode element, List<JsonNode> result, Budget budget) {
    JsonNode a = single(left.eval(List.of(element), budget));
    if (a == null) {
      return false;
    }
    JsonNode b = single(right.eval(List.of(element), budget));
    if (b == null) {
      return false;
    }
    try {
      return Comparison.holds(a, operator, b);
    } catch (JsonPathException e) {
      throw result.isEmpty() ? JsonPathException.withoutResults(e.getMessage()) : e;
    }
  }

  /** The one value; null if there is none. */
  private static @Nullable JsonNode single(List<JsonNode> values) {
    if (values.size() > 1) {
      throw new JsonPathException("can only compare one element at a time");
    }
    return values.isEmpty() ? null : values.get(0);
  }
}
