package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;

/** Writes JSON as Go's encoder does, which escapes what could harm HTML. */
final class JsonWriter {

  /** Characters that are passed on together. */
  static final int PIECE = 1 << 16;

  private static final String HEXADECIMAL = "0123456789abcdef";

  private final StringBuilder out;
  private final int indent;
  private final Consumer<String> sink;
  private int depth;

  /**
   * @param indent blanks for each level; with 0 all is on one line
   */
  JsonWriter(StringBuilder out, int indent) {
    this(out, indent, null);
  }

  /**
   * @param sink takes what was written so far, now and then; null for nobody
   */
  JsonWriter(StringBuilder out, int indent, Consumer<String> sink) {
    this.out = out;
    this.indent = indent;
    this.sink = sink;
  }

  void write(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> writeMap(node);
      case ARRAY -> writeList(node);
      case STRING -> writeText(node.textValue());
      case NUMBER -> out.append(number(node));
      case BOOLEAN -> out.append(node.booleanValue());
      default -> out.append("null");
    }
  }

  /** Integers of 64 bits are exact; others become floats, as they do in Kubernetes. */
  static String number(JsonNode node) {
    return node.canConvertToLong() && node.isIntegralNumber()
        ? Long.toString(node.longValue())
        : GoFloat.json(node.doubleValue());
  }

  private void writeMap(JsonNode map) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    depth++;
    boolean isFirst = true;
    for (Map.Entry<String, JsonNode> entry : ByteOrder.entries(map)) {
      if (!isFirst) {
        out.append(',');
      }
      isFirst = false;
      startLine();
      writeText(entry.getKey());
      out.append(indent > 0 ? ": " : ":");
      write(entry.getValue());
    }
    depth--;
    startLine();
    out.append('}');
  }

  private void writeList(JsonNode list) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    depth++;
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      startLine();
      write(list.get(i));
      if (sink != null && out.length() > PIECE) {
        sink.accept(out.toString());
        out.setLength(0);
      }
    }
    depth--;
    startLine();
    out.append(']');
  }

  private void startLine() {
    if (indent > 0) {
      out.append('\n');
      for (int i = indent * depth; i > 0; i--) {
        out.append(' ');
      }
    }
  }

  void writeText(String text) {
    out.append('"');
    int plain = plainLength(text);
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '<', '>', '&', '\u2028', '\u2029' -> writeEscape(c);
        default -> {
          if (c < ' ') {
            writeEscape(c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** How much of a text, from its start, can stand as it is. */
  private static int plainLength(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean isMarkup = c == '"' || c == '\\' || c == '<' || c == '>' || c == '&';
      if (c < ' ' || c > '~' || isMarkup) {
        break;
      }
      i++;
    }
    return i;
  }

  private void writeEscape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEXADECIMAL.charAt(c >> shift & 0xF));
    }
  }
}
