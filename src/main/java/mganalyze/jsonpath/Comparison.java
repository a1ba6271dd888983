package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import mganalyze.yaml.ByteOrder;

/** Compares values of the same basic type; an integer is no float, and nothing else compares. */
final class Comparison {

  private Comparison() {}

  static boolean holds(JsonNode left, String operator, JsonNode right) {
    return switch (operator) {
      case "==" -> isEqual(left, right);
      case "!=" -> !isEqual(left, right);
      case "<" -> isLess(left, right);
      case "<=" -> isLess(left, right) || isEqual(left, right);
      case ">" -> !(isLess(left, right) || isEqual(left, right));
      case ">=" -> !isLess(left, right);
      default -> throw new JsonPathException("unrecognized filter operator " + operator);
    };
  }

  private enum Kind {
    TEXT,
    INTEGER,
    FLOAT,
    BOOLEAN
  }

  private static Kind kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> Kind.TEXT;
      case BOOLEAN -> Kind.BOOLEAN;
      case NUMBER -> isInteger(value) ? Kind.INTEGER : Kind.FLOAT;
      default -> throw new JsonPathException("invalid type for comparison");
    };
  }

  private static boolean isInteger(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong();
  }

  private static Kind commonKind(JsonNode left, JsonNode right) {
    Kind kind = kind(left);
    if (kind != kind(right)) {
      throw new JsonPathException("incompatible types for comparison");
    }
    return kind;
  }

  private static boolean isEqual(JsonNode left, JsonNode right) {
    return switch (commonKind(left, right)) {
      case TEXT -> left.textValue().equals(right.textValue());
      case INTEGER -> left.longValue() == right.longValue();
      case FLOAT -> left.doubleValue() == right.doubleValue();
      case BOOLEAN -> left.booleanValue() == right.booleanValue();
    };
  }

  private static boolean isLess(JsonNode left, JsonNode right) {
    return switch (commonKind(left, right)) {
      case TEXT -> ByteOrder.INSTANCE.compare(left.textValue(), right.textValue()) < 0;
      case INTEGER -> left.longValue() < right.longValue();
      case FLOAT -> left.doubleValue() < right.doubleValue();
      case BOOLEAN -> throw new JsonPathException("invalid type for comparison");
    };
  }
}
