package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.exception.JsonQueryTypeException;
import net.thisptr.jackson.jq.internal.misc.JsonNodeUtils;
import net.thisptr.jackson.jq.path.Path;

/** What jq says of an input that a function does not take, where the library has other words. */
final class Complaints {
  private static final Set<JsonNodeType> CONTAINERS =
      EnumSet.of(JsonNodeType.OBJECT, JsonNodeType.ARRAY);

  private Complaints() {}

  /** Replaces the functions in place; by name and number of parameters. */
  static void putInto(Map<String, Function> functions) {
    demand(functions, "keys/0", CONTAINERS, "%s has no keys");
    demand(functions, "keys_unsorted/0", CONTAINERS, "%s has no keys");
    Set<JsonNodeType> text = EnumSet.of(JsonNodeType.STRING);
    demand(functions, "_match_impl/3", text, "%s cannot be matched, as it is not a string");
    demand(functions, "explode/0", text, "explode input must be a string");
    demand(
        functions, "implode/0", EnumSet.of(JsonNodeType.ARRAY), "implode input must be an array");
    functions.computeIfPresent("tonumber/0", (name, own) -> toNumber(own));
    functions.computeIfPresent("has/1", (name, own) -> Complaints::has);
  }

  private static void demand(
      Map<String, Function> functions, String name, Set<JsonNodeType> types, String complaint) {
    functions.computeIfPresent(
        name,
        (key, own) ->
            (scope, arguments, in, path, output, version) -> {
              if (!types.contains(in.getNodeType())) {
                throw new JsonQueryTypeException(complaint, in);
              }
              own.apply(scope, arguments, in, path, output, version);
            });
  }

  private static Function toNumber(Function own) {
    return (scope, arguments, in, path, output, version) -> {
      JsonNode[] number = new JsonNode[1];
      try {
        own.apply(scope, arguments, in, path, (node, nodePath) -> number[0] = node, version);
      } catch (JsonQueryException e) {
        throw new JsonQueryTypeException("%s cannot be parsed as a number", in);
      }
      output.emit(number[0], null);
    };
  }

  private static void has(
      Scope scope,
      List<Expression> arguments,
      JsonNode in,
      Path path,
      PathOutput output,
      Version version)
      throws JsonQueryException {
    arguments
        .get(0)
        .apply(
            scope,
            in,
            key -> {
              boolean fits =
                  in.isNull() || in.isObject() && key.isTextual() || in.isArray() && key.isNumber();
              if (!fits) {
                throw new JsonQueryException(
                    "Cannot check whether %s has a %s key",
                    JsonNodeUtils.typeOf(in), JsonNodeUtils.typeOf(key));
              }
              boolean has = in.isObject() ? in.has(key.textValue()) : in.has(key.intValue());
              output.emit(BooleanNode.valueOf(has), null);
            });
  }
}
