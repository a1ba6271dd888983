package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import mganalyze.yaml.KubernetesPrinter;

/** A template of kubectl's JSONPath dialect: text with paths in braces. */
public final class JsonPath {

  private final List<Node> parts;

  private JsonPath(List<Node> parts) {
    this.parts = parts;
  }

  /**
   * Parses what stands behind {@code -o jsonpath=}.
   *
   * @throws JsonPathException with kubectl's reason
   */
  public static JsonPath parse(String template) {
    return new JsonPath(Parser.parse(template));
  }

  /**
   * Parses a path of {@code custom-columns} or {@code --sort-by}: {@code a.b}, {@code .a.b}, <code>
   * {a.b}</code> or <code>{.a.b}</code>, and no text around it. An empty path finds nothing.
   *
   * @throws JsonPathException with kubectl's reason
   */
  public static JsonPath relaxed(String path) {
    boolean isBraced = path.length() > 2 && path.startsWith("{") && path.endsWith("}");
    String inner = isBraced ? path.substring(1, path.length() - 1) : path;
    if (inner.indexOf('{') >= 0 || inner.indexOf('}') >= 0) {
      throw new JsonPathException(
          "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}'"
              + " or '{.name1.name2}'");
    }
    if (inner.isEmpty()) {
      return new JsonPath(List.of());
    }
    boolean isDotted = inner.startsWith(".") && inner.length() > 1;
    return parse("{." + (isDotted ? inner.substring(1) : inner) + "}");
  }

  /**
   * What each text and each pair of braces yields, a range as often as it runs.
   *
   * @throws JsonPathException if the template does not fit the object
   */
  public List<List<JsonNode>> results(JsonNode root) {
    return new Evaluation(parts).run(root);
  }

  /** As {@code -o jsonpath} prints it; throws as {@link #results} does. */
  public String print(JsonNode root) {
    StringBuilder out = new StringBuilder();
    for (List<JsonNode> found : results(root)) {
      for (int i = 0; i < found.size(); i++) {
        if (i > 0) {
          out.append(' ');
        }
        JsonNode value = found.get(i);
        if (value.isContainerNode()) {
          out.append(KubernetesPrinter.compactJson(value));
        } else {
          out.append(value.isNull() ? "null" : GoValue.print(value));
        }
      }
    }
    return out.toString();
  }

  /** As {@code -o jsonpath-as-json} prints it; throws as {@link #results} does. */
  public String printAsJson(JsonNode root) {
    StringBuilder out = new StringBuilder();
    for (List<JsonNode> found : results(root)) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      found.forEach(list::add);
      out.append(KubernetesPrinter.json(list));
    }
    return out.toString();
  }
}
