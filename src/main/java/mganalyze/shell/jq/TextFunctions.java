package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import net.thisptr.jackson.jq.Function;

/** Values as text, with numbers as they are printed; the library writes numbers as Java does. */
final class TextFunctions {
  private static final int MOST_CHARS = 64 << 20;

  private TextFunctions() {}

  /** Replaces the functions in place; by name and number of parameters. */
  static void putInto(Map<String, Function> functions) {
    functions.put(
        "tojson/0",
        (scope, arguments, in, path, output, version) ->
            output.emit(TextNode.valueOf(json(in)), null));
    functions.put(
        "tostring/0",
        (scope, arguments, in, path, output, version) ->
            output.emit(in.isTextual() ? in : TextNode.valueOf(json(in)), null));
  }

  private static String json(JsonNode value) {
    return new JsonPrinter(0, false, false, MOST_CHARS).print(value);
  }
}
