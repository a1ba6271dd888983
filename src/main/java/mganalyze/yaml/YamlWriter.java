package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/**
 * Writes block YAML as Go's emitter does. Like it, a collection asks for a new line before each of
 * its entries, and gets none while the line holds nothing but indentation and dashes.
 */
final class YamlWriter {

  private static final int STEP = 2;
  private static final int LONGEST_SIMPLE_KEY = 128;

  private final StringBuilder out = new StringBuilder();
  private final Consumer<String> sink;
  private final TextWriter texts = new TextWriter(this, out);
  private int lineStart;

  /** Whether the line holds nothing but indentation, dashes and marks of keys so far. */
  private boolean isIndentation = true;

  private boolean isAfterBlank = true;

  /**
   * @param sink takes the text piece by piece
   */
  YamlWriter(Consumer<String> sink) {
    this.sink = sink;
  }

  void write(JsonNode node) {
    writeNode(node, -STEP, false);
    startLine(0);
    pass();
  }

  private void pass() {
    sink.accept(out.toString());
    lineStart -= out.length();
    out.setLength(0);
  }

  private void writeNode(JsonNode node, int indent, boolean isInMapping) {
    if (node.isObject() && !node.isEmpty()) {
      writeMapping(node, indent + STEP);
    } else if (node.isArray() && !node.isEmpty()) {
      boolean isAtKey = isInMapping && !isIndentation;
      writeSequence(node, isAtKey ? indent : indent + STEP);
    } else if (node.isTextual()) {
      texts.write(node.textValue(), Math.max(indent, 0) + STEP, false);
    } else {
      writeWord(word(node));
    }
  }

  private void writeMapping(JsonNode mapping, int indent) {
    for (String key : NaturalOrder.keys(mapping)) {
      startLine(indent);
      if (isSimple(key)) {
        texts.write(key, indent + STEP, true);
        out.append(':');
        endScalar();
      } else {
        writeMark('?');
        texts.write(key, indent + STEP, false);
        startLine(indent);
        writeMark(':');
      }
      writeNode(mapping.get(key), indent, true);
    }
  }

  private static boolean isSimple(String key) {
    int bytes = 0;
    int i = 0;
    while (i < key.length()) {
      int c = key.codePointAt(i);
      if (c < 0x10000 && ScalarStyle.isBreak((char) c)) {
        return false;
      }
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      i += Character.charCount(c);
    }
    return bytes <= LONGEST_SIMPLE_KEY;
  }

  private void writeSequence(JsonNode sequence, int indent) {
    for (JsonNode element : sequence) {
      startLine(indent);
      writeMark('-');
      writeNode(element, indent, false);
      if (out.length() > JsonWriter.PIECE) {
        pass();
      }
    }
  }

  private static String word(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "{}";
      case ARRAY -> "[]";
      case BOOLEAN -> node.booleanValue() ? "true" : "false";
      case NUMBER -> number(node);
      default -> "null";
    };
  }

  /** Numbers pass through JSON first, where a whole float is an integer. */
  private static String number(JsonNode node) {
    if (node.isInt()) {
      return Integer.toString(node.intValue());
    }
    String json = JsonWriter.number(node);
    if (json.equals("-0")) {
      return "0";
    }
    boolean isInteger = json.length() <= 19 && json.chars().noneMatch(c -> c == '.' || c == 'e');
    return isInteger || node.canConvertToLong() && node.isIntegralNumber()
        ? json
        : GoFloat.general(node.doubleValue());
  }

  /** A dash, or the mark of a key or value that stands alone. */
  private void writeMark(char mark) {
    separate();
    out.append(mark);
    isAfterBlank = false;
  }

  private void writeWord(String word) {
    separate();
    out.append(word);
    endScalar();
  }

  /** Sets what comes off what stands in front of it. */
  void separate() {
    if (!isAfterBlank) {
      out.append(' ');
    }
  }

  void endScalar() {
    isAfterBlank = false;
    isIndentation = false;
  }

  int column() {
    return out.length() - lineStart;
  }

  /** A line end that belongs to a text. */
  void writeBreak(char c) {
    out.append(c);
    lineStart = out.length();
    isIndentation = true;
    isAfterBlank = true;
  }

  /** Goes to a column, on the next line if there is text on this one. */
  void startLine(int column) {
    boolean isPast = column() > column || column() == column && !isAfterBlank;
    if (!isIndentation || isPast) {
      out.append('\n');
      lineStart = out.length();
    }
    while (column() < column) {
      out.append(' ');
    }
    isAfterBlank = true;
    isIndentation = true;
  }

  void startText() {
    isIndentation = false;
  }
}
