package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import mganalyze.yaml.ByteOrder;
import mganalyze.yaml.GoFloat;

/**
 * Values as Go prints them with {@code %v}: {@code map[a:1 b:[x y]]}, {@code <nil>}, {@code 2.5}.
 */
public final class GoValue {

  private GoValue() {}

  public static String print(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(JsonNode value, StringBuilder out) {
    switch (value.getNodeType()) {
      case OBJECT -> {
        out.append("map[");
        String separator = "";
        for (String key : ByteOrder.keys(value)) {
          out.append(separator).append(key).append(':');
          append(value.get(key), out);
          separator = " ";
        }
        out.append(']');
      }
      case ARRAY -> {
        out.append('[');
        String separator = "";
        for (JsonNode element : value) {
          out.append(separator);
          append(element, out);
          separator = " ";
        }
        out.append(']');
      }
      case STRING -> out.append(value.textValue());
      case BOOLEAN -> out.append(value.booleanValue());
      case NUMBER -> out.append(number(value));
      default -> out.append("<nil>");
    }
  }

  private static String number(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong()
        ? Long.toString(value.longValue())
        : GoFloat.general(value.doubleValue());
  }

  /** The Go type that a JSON value of this kind is decoded to. */
  static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "map[string]interface {}";
      case ARRAY -> "[]interface {}";
      case STRING -> "string";
      case BOOLEAN -> "bool";
      case NUMBER -> value.isIntegralNumber() ? "int64" : "float64";
      default -> "<nil>";
    };
  }
}
