package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A bare word between braces. Only {@code range} and {@code end} mean something, and they do so to
 * the whole template: {@link Evaluation} looks for them before it evaluates the steps.
 */
record Word(String name) implements Node {

  static final String RANGE = "range";
  static final String END = "end";

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    return switch (name) {
      case RANGE -> input;
      case END -> List.of();
      default -> throw unknown(input.isEmpty());
    };
  }

  private JsonPathException unknown(boolean isNothing) {
    String message = "unrecognized identifier " + name;
    return isNothing ? JsonPathException.withoutResults(message) : new JsonPathException(message);
  }
}
