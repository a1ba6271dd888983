package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mganalyze.shell.LimitExceededException;

/** Writes values as jq does. */
final class JsonPrinter {
  private final int indent;
  private final boolean sortsKeys;
  private final boolean escapesUnicode;
  private final int limit;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param indent spaces per level; 0 for all in one line, -1 for tabs
   * @param limit of characters; more end in a {@link LimitExceededException}
   */
  JsonPrinter(int indent, boolean sortsKeys, boolean escapesUnicode, int limit) {
    this.limit = limit;
    this.indent = indent;
    this.sortsKeys = sortsKeys;
    this.escapesUnicode = escapesUnicode;
  }

  String print(JsonNode value) {
    text.setLength(0);
    write(value, 0);
    return text.toString();
  }

  private void write(JsonNode value, int level) {
    if (value.isObject()) {
      writeObject(value, level);
    } else if (value.isArray()) {
      writeArray(value, level);
    } else if (value.isTextual()) {
      quote(value.textValue());
    } else if (value.isNumber()) {
      text.append(JsonNumber.print(value));
    } else {
      text.append(value.asText());
    }
  }

  private void writeObject(JsonNode value, int level) {
    if (value.isEmpty()) {
      text.append("{}");
      return;
    }
    text.append('{');
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      names.add(field.getKey());
    }
    if (sortsKeys) {
      Collections.sort(names);
    }
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ",");
      newline(level + 1);
      quote(names.get(i));
      text.append(indent == 0 ? ":" : ": ");
      write(value.get(names.get(i)), level + 1);
    }
    newline(level);
    text.append('}');
  }

  private void writeArray(JsonNode value, int level) {
    if (value.isEmpty()) {
      text.append("[]");
      return;
    }
    text.append('[');
    for (int i = 0; i < value.size(); i++) {
      text.append(i == 0 ? "" : ",");
      newline(level + 1);
      write(value.get(i), level + 1);
    }
    newline(level);
    text.append(']');
  }

  private void newline(int level) {
    if (indent != 0) {
      text.append('\n').append(indent < 0 ? "\t".repeat(level) : " ".repeat(indent * level));
    }
  }

  private void quote(String value) {
    if (value.length() > limit - text.length()) {
      throw new LimitExceededException("stopped after " + limit + " bytes of output");
    }
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> {
          if (c < ' ' || c == 0x7F || escapesUnicode && c > 0x7E) {
            escape(c);
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private void escape(char c) {
    String digits = Integer.toHexString(c);
    text.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
  }
}
