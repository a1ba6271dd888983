package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The functions of Go templates that people use in commands. */
final class TemplateFunctions {

  private TemplateFunctions() {}

  /** Fails for a function that Go does not have, and for one that is not supported here. */
  static void checkName(String function) {
    switch (function) {
      case "and", "or", "not", "len", "index", "slice", "print", "printf", "println" -> {}
      case "eq", "ne", "lt", "le", "gt", "ge", "html", "base64decode", "exists" -> {}
      case "js", "urlquery", "call" -> throw GoTemplateException.unsupported(function);
      default -> throw new GoTemplateException("function \"" + function + "\" not defined");
    }
  }

  static JsonNode call(String function, List<JsonNode> arguments) {
    checkCount(function, arguments.size());
    try {
      return switch (function) {
        case "and", "or" -> arguments.get(arguments.size() - 1);
        case "not" -> BooleanNode.valueOf(!Scope.isTrue(arguments.get(0)));
        case "len" -> length(arguments.get(0));
        case "index" -> index(arguments);
        case "slice" -> slice(arguments);
        case "print" -> TextNode.valueOf(joined(arguments, false));
        case "println" -> TextNode.valueOf(joined(arguments, true) + "\n");
        case "printf" -> printf(arguments);
        case "html" -> html(joined(arguments, false));
        case "base64decode" -> base64decode(arguments.get(0));
        case "exists" -> BooleanNode.valueOf(exists(arguments));
        default -> BooleanNode.valueOf(compare(function, arguments));
      };
    } catch (JsonPathException e) {
      throw new GoTemplateException("error calling " + function + ": " + e.getMessage());
    }
  }

  private static void checkCount(String function, int count) {
    switch (function) {
      case "print", "println" -> {}
      case "not", "len", "base64decode" -> {
        if (count != 1) {
          throw wrongCount(function, "1", count);
        }
      }
      case "ne", "lt", "le", "gt", "ge" -> {
        if (count != 2) {
          throw wrongCount(function, "2", count);
        }
      }
      default -> {
        if (count == 0) {
          throw wrongCount(function, "at least 1", count);
        }
      }
    }
  }

  private static GoTemplateException wrongCount(String function, String wanted, int count) {
    return new GoTemplateException(
        "wrong number of args for " + function + ": want " + wanted + " got " + count);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }

  private static JsonNode length(JsonNode value) {
    if (value.isTextual()) {
      return IntNode.valueOf(value.textValue().getBytes(StandardCharsets.UTF_8).length);
    }
    if (value.isContainerNode()) {
      return IntNode.valueOf(value.size());
    }
    throw new JsonPathException(
        isNothing(value) ? "len of nil pointer" : "len of type " + GoValue.type(value));
  }

  private static JsonNode index(List<JsonNode> arguments) {
    JsonNode value = arguments.get(0);
    for (JsonNode key : arguments.subList(1, arguments.size())) {
      value = element(value, key);
    }
    return value;
  }

  private static JsonNode element(JsonNode value, JsonNode key) {
    if (isNothing(value)) {
      throw new JsonPathException("index of untyped nil");
    }
    if (value.isObject()) {
      if (!key.isTextual()) {
        throw new JsonPathException("value has type " + GoValue.type(key) + "; should be string");
      }
      JsonNode element = value.get(key.textValue());
      return element == null ? NullNode.instance : element;
    }
    if (!value.isArray() && !value.isTextual()) {
      throw new JsonPathException("can't index item of type " + GoValue.type(value));
    }
    if (value.isArray()) {
      return value.get(position(key, value.size() - 1));
    }
    byte[] bytes = value.textValue().getBytes(StandardCharsets.UTF_8);
    return IntNode.valueOf(bytes[position(key, bytes.length - 1)] & 0xFF);
  }

  private static int position(JsonNode key, int last) {
    if (!key.isIntegralNumber()) {
      throw new JsonPathException(
          isNothing(key)
              ? "cannot index slice/array with nil"
              : "cannot index slice/array with type " + GoValue.type(key));
    }
    long position = key.longValue();
    if (position < 0) {
      throw new JsonPathException("index out of range: " + position);
    }
    if (position > last) {
      throw new JsonPathException("reflect: slice index out of range");
    }
    return (int) position;
  }

  private static JsonNode slice(List<JsonNode> arguments) {
    JsonNode value = arguments.get(0);
    if (!value.isArray() && !value.isTextual()) {
      throw new JsonPathException("can't slice item of type " + GoValue.type(value));
    }
    byte[] bytes =
        value.isTextual() ? value.textValue().getBytes(StandardCharsets.UTF_8) : new byte[0];
    int length = value.isTextual() ? bytes.length : value.size();
    int from = arguments.size() > 1 ? bound(arguments.get(1), length) : 0;
    int to = arguments.size() > 2 ? bound(arguments.get(2), length) : length;
    if (from > to) {
      throw new JsonPathException("invalid slice index: " + from + " > " + to);
    }
    if (value.isTextual()) {
      return TextNode.valueOf(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    for (int i = from; i < to; i++) {
      result.add(value.get(i));
    }
    return result;
  }

  private static int bound(JsonNode key, int length) {
    if (!key.isIntegralNumber()) {
      throw new JsonPathException("cannot index slice/array with type " + GoValue.type(key));
    }
    if (key.longValue() < 0 || key.longValue() > length) {
      throw new JsonPathException("index out of range: " + key.longValue());
    }
    return key.intValue();
  }

  /** Blanks stand between all, or only between values of which none is a text. */
  private static String joined(List<JsonNode> values, boolean isSpaced) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      if (i > 0 && (isSpaced || !values.get(i - 1).isTextual() && !values.get(i).isTextual())) {
        out.append(' ');
      }
      out.append(print(values.get(i)));
    }
    return out.toString();
  }

  /** Whole floats have passed through JSON, which made them integers. */
  static String print(JsonNode value) {
    boolean isWhole =
        value.isFloatingPointNumber()
            && value.doubleValue() == Math.rint(value.doubleValue())
            && Math.abs(value.doubleValue()) < 9e18;
    return isWhole ? Long.toString((long) value.doubleValue()) : GoValue.print(value);
  }

  private static JsonNode printf(List<JsonNode> arguments) {
    JsonNode format = arguments.get(0);
    if (!format.isTextual()) {
      throw new GoTemplateException(
          "wrong type for value; expected string; got " + GoValue.type(format));
    }
    List<JsonNode> values = arguments.subList(1, arguments.size());
    return TextNode.valueOf(new GoFormat(format.textValue(), values).print());
  }

  private static JsonNode html(String text) {
    return TextNode.valueOf(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&#34;")
            .replace("'", "&#39;"));
  }

  private static JsonNode base64decode(JsonNode value) {
    if (!value.isTextual()) {
      throw new GoTemplateException(
          "wrong type for value; expected string; got " + GoValue.type(value));
    }
    try {
      String text = value.textValue().replace("\n", "").replace("\r", "");
      byte[] decoded = Base64.getDecoder().decode(text);
      return TextNode.valueOf(new String(decoded, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new JsonPathException("base64 decode failed: illegal base64 data");
    }
  }

  private static boolean exists(List<JsonNode> arguments) {
    JsonNode value = arguments.get(0);
    for (JsonNode key : arguments.subList(1, arguments.size())) {
      try {
        JsonNode element = element(value, key);
        if (value.isObject() && !value.has(key.textValue())) {
          return false;
        }
        value = element;
      } catch (JsonPathException e) {
        return false;
      }
    }
    return true;
  }

  private static boolean compare(String function, List<JsonNode> arguments) {
    JsonNode first = arguments.get(0);
    if (arguments.size() == 1) {
      throw new JsonPathException("missing argument for comparison");
    }
    return switch (function) {
      case "eq" -> arguments.stream().skip(1).anyMatch(other -> isEqual(first, other));
      case "ne" -> !isEqual(first, arguments.get(1));
      case "lt" -> Comparison.holds(first, "<", arguments.get(1));
      case "le" -> Comparison.holds(first, "<=", arguments.get(1));
      case "gt" -> Comparison.holds(first, ">", arguments.get(1));
      default -> Comparison.holds(first, ">=", arguments.get(1));
    };
  }

  private static boolean isEqual(JsonNode left, JsonNode right) {
    if (isNothing(left) || isNothing(right)) {
      return isNothing(left) && isNothing(right);
    }
    if (left.isContainerNode()) {
      throw new JsonPathException("non-comparable type " + GoValue.type(left));
    }
    return Comparison.holds(left, "==", right);
  }
}
