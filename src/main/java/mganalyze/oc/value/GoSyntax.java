package mganalyze.oc.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import mganalyze.jsonpath.GoValue;

/** JSON values as Go source, as {@code %#v} prints them; kubectl shows them in errors. */
public final class GoSyntax {
  private GoSyntax() {}

  /** The text of a value. */
  public static String of(JsonNode value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(JsonNode value, StringBuilder text) {
    if (value.isObject()) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      text.append("map[string]interface {}{");
      String separator = "";
      for (var field : fields.entrySet()) {
        text.append(separator);
        quote(field.getKey(), text);
        text.append(':');
        append(field.getValue(), text);
        separator = ", ";
      }
      text.append('}');
    } else if (value.isArray()) {
      text.append("[]interface {}{");
      String separator = "";
      for (JsonNode item : value) {
        text.append(separator);
        append(item, text);
        separator = ", ";
      }
      text.append('}');
    } else if (value.isNull()) {
      text.append("interface {}(nil)");
    } else if (value.isTextual()) {
      quote(value.asText(), text);
    } else {
      text.append(GoValue.print(value));
    }
  }

  private static void quote(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7f) {
            text.append("\\x")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
