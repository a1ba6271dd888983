package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a template over an object. A range is not closed by its position but by the first
 * {@code end} that is met while it runs; without one, its body goes on to the end of the template,
 * and what stands behind the range is then the body once more.
 */
final class Evaluation {

  /** The parts of the template: texts, and steps between braces. */
  private final List<Node> parts;

  private final Budget budget = new Budget();
  private int depth;
  private int lastEnd = -1;

  Evaluation(List<Node> parts) {
    this.parts = parts;
  }

  /** The results of each part, in the order of the output. */
  List<List<JsonNode>> run(JsonNode root) {
    return run(0, root);
  }

  private List<List<JsonNode>> run(int start, JsonNode value) {
    List<List<JsonNode>> results = new ArrayList<>();
    for (int i = start; i < parts.size(); i++) {
      Node part = parts.get(i);
      if (has(part, Word.END) && depth == 0) {
        throw new JsonPathException("not in range, nothing to end");
      }
      List<JsonNode> found = part.eval(List.of(value), budget);
      budget.spend(found.size());
      if (has(part, Word.END)) {
        lastEnd = i;
        break;
      }
      if (has(part, Word.RANGE)) {
        range(i + 1, found, results);
        i = lastEnd > i ? lastEnd : i;
      } else {
        results.add(found);
      }
    }
    return results;
  }

  private void range(int body, List<JsonNode> values, List<List<JsonNode>> results) {
    if (++depth > 100) {
      throw new JsonPathException("ranges are nested too deep");
    }
    for (JsonNode value : values) {
      results.addAll(run(body, value));
    }
    if (values.isEmpty()) {
      // A run without a value finds the end of the range.
      run(body, MissingNode.getInstance());
    }
    depth--;
  }

  private static boolean has(Node part, String word) {
    return part instanceof Steps steps
        && steps.nodes().stream().anyMatch(n -> n instanceof Word w && w.name().equals(word));
  }
}
