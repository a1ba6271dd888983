package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes JSON as Go's encoder does, which escapes what could harm HTML. It writes UTF-8: a list of
 * a whole cluster has megabytes, and loops over bytes are fast from their first round on.
 */
final class JsonWriter {

  /** Bytes that are passed on together. */
  static final int PIECE = 1 << 16;

  private static final String HEXADECIMAL = "0123456789abcdef";
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] NULL = ascii("null");

  private final int indent;
  private final OutputStream out;
  private byte[] bytes = new byte[512];
  private int length;
  private int depth;

  /**
   * @param indent blanks for each level; with 0 all is on one line
   * @param out takes what was written, piece by piece; a failure of it is thrown unchecked
   */
  JsonWriter(int indent, OutputStream out) {
    this.indent = indent;
    this.out = out;
  }

  /** Passes on what is left. */
  void finish() {
    try {
      out.write(bytes, 0, length);
      length = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> writeMap(node);
      case ARRAY -> writeList(node);
      case STRING -> writeText(node.textValue());
      case NUMBER -> put(ascii(number(node)));
      case BOOLEAN -> put(node.booleanValue() ? TRUE : FALSE);
      default -> put(NULL);
    }
  }

  /** Integers of 64 bits are exact; others become floats, as they do in Kubernetes. */
  static String number(JsonNode node) {
    return node.canConvertToLong() && node.isIntegralNumber()
        ? Long.toString(node.longValue())
        : GoFloat.json(node.doubleValue());
  }

  private void writeMap(JsonNode map) {
    put('{');
    if (!map.isEmpty()) {
      depth++;
      boolean isFirst = true;
      for (Map.Entry<String, JsonNode> entry : ByteOrder.entries(map)) {
        if (!isFirst) {
          put(',');
        }
        isFirst = false;
        startLine();
        writeText(entry.getKey());
        put(':');
        if (indent > 0) {
          put(' ');
        }
        write(entry.getValue());
      }
      depth--;
      startLine();
    }
    put('}');
  }

  private void writeList(JsonNode list) {
    put('[');
    if (!list.isEmpty()) {
      depth++;
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          put(',');
        }
        startLine();
        write(list.get(i));
        if (length > PIECE) {
          finish();
        }
      }
      depth--;
      startLine();
    }
    put(']');
  }

  private void startLine() {
    if (indent > 0) {
      put('\n');
      int blanks = indent * depth;
      reserve(blanks);
      Arrays.fill(bytes, length, length + blanks, (byte) ' ');
      length += blanks;
    }
  }

  void endLine() {
    put('\n');
  }

  private void writeText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    put('"');
    int from = 0;
    int at = 0;
    while (at < utf8.length) {
      if (isPlain(utf8, at)) {
        at++;
      } else {
        put(utf8, from, at);
        at = writeEscape(utf8, at);
        from = at;
      }
    }
    put(utf8, from, utf8.length);
    put('"');
  }

  private static boolean isPlain(byte[] utf8, int at) {
    byte b = utf8[at];
    if (b < ' ') {
      return b < 0 && !isLineEnd(utf8, at);
    }
    return b != '"' && b != '\\' && b != '<' && b != '>' && b != '&';
  }

  /** Whether U+2028 or U+2029 stands there, which end lines of JavaScript. */
  private static boolean isLineEnd(byte[] utf8, int at) {
    return utf8[at] == (byte) 0xE2
        && utf8[at + 1] == (byte) 0x80
        && (utf8[at + 2] == (byte) 0xA8 || utf8[at + 2] == (byte) 0xA9);
  }

  /** Escapes the character there; where the next one stands. */
  private int writeEscape(byte[] utf8, int at) {
    byte b = utf8[at];
    switch (b) {
      case '"', '\\' -> writeEscape((char) b);
      case '\n' -> writeEscape('n');
      case '\r' -> writeEscape('r');
      case '\t' -> writeEscape('t');
      case '\b' -> writeEscape('b');
      case '\f' -> writeEscape('f');
      default -> {
        int c = b < 0 ? 0x2000 | utf8[at + 2] & 0x3F : b;
        writeEscape('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          put(HEXADECIMAL.charAt(c >> shift & 0xF));
        }
      }
    }
    return b < 0 ? at + 3 : at + 1;
  }

  private void writeEscape(char letter) {
    put('\\');
    put(letter);
  }

  private void put(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  private void put(byte[] text) {
    put(text, 0, text.length);
  }

  private void put(byte[] text, int from, int to) {
    int count = to - from;
    reserve(count);
    System.arraycopy(text, from, bytes, length, count);
    length += count;
  }

  private void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
