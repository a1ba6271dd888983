package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import net.thisptr.jackson.jq.JsonQuery;

/**
 * What the arguments of {@code jq} say.
 *
 * @param program as it was written
 * @param indent spaces per level; 0 for one line per value, -1 for tabs
 */
record JqSettings(
    String program,
    JsonQuery query,
    boolean isRaw,
    boolean joins,
    boolean slurps,
    boolean hasNoInput,
    boolean readsLines,
    boolean setsStatus,
    boolean sortsKeys,
    boolean escapesUnicode,
    int indent,
    Map<String, JsonNode> variables) {
  JqSettings {
    variables = Map.copyOf(variables);
  }
}
