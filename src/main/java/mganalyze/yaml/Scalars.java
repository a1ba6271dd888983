package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * What a plain scalar means, by the rules of Go's YAML 1.1 reader that all Kubernetes tools use:
 * {@code yes} is a boolean, {@code 0755} is octal, {@code 08} a float, a timestamp stays text.
 * Infinity and not-a-number, which JSON cannot say, stay text as well.
 */
final class Scalars {

  private static final BigInteger MAX_UNSIGNED = new BigInteger("18446744073709551615");

  private static final double MOST_WHOLE = 0x1p63;

  private final TextCache cache;

  Scalars(TextCache cache) {
    this.cache = cache;
  }

  JsonNode resolve(byte[] bytes, int from, int to) {
    if (from == to) {
      return NullNode.instance;
    }
    byte first = bytes[from];
    if (isDigit(first) || first == '-' || first == '+' || first == '.') {
      JsonNode number = number(bytes, from, to);
      return number == null ? cache.node(bytes, from, to) : number;
    }
    JsonNode text = cache.node(bytes, from, to);
    if (to - from <= 5 && startsWord(first)) {
      JsonNode word = word(text.textValue());
      return word == null ? text : word;
    }
    return text;
  }

  /** A plain key's name; numbers and booleans are spelled as JSON spells them. */
  String key(byte[] bytes, int from, int to) {
    byte first = bytes[from];
    if (isDigit(first) || first == '-' || first == '+' || to - from <= 5 && startsWord(first)) {
      JsonNode node = resolve(bytes, from, to);
      if (node.isIntegralNumber() || node.isBoolean()) {
        return node.asText();
      }
    }
    return cache.text(bytes, from, to);
  }

  private static boolean startsWord(byte first) {
    return switch (first) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> true;
      default -> false;
    };
  }

  /** The boolean or null that a word stands for; null if it is just a word. */
  private static JsonNode word(String text) {
    return switch (text) {
      case "true", "True", "TRUE", "yes", "Yes", "YES", "y", "Y", "on", "On", "ON" ->
          BooleanNode.TRUE;
      case "false", "False", "FALSE", "no", "No", "NO", "n", "N", "off", "Off", "OFF" ->
          BooleanNode.FALSE;
      case "null", "Null", "NULL", "~" -> NullNode.instance;
      default -> null;
    };
  }

  /** The number that a text spells; null if it does not. */
  private static JsonNode number(byte[] bytes, int from, int to) {
    int start = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
    int length = to - start;
    if (length == 0) {
      return null;
    }
    if (length > 18 || length > 1 && bytes[start] == '0') {
      return unusualNumber(bytes, from, to);
    }
    long value = 0;
    for (int i = start; i < to; i++) {
      if (!isDigit(bytes[i])) {
        return unusualNumber(bytes, from, to);
      }
      value = value * 10 + (bytes[i] - '0');
    }
    return integer(bytes[from] == '-' ? -value : value);
  }

  private static JsonNode integer(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  private static JsonNode unusualNumber(byte[] bytes, int from, int to) {
    if (to - from > 400) {
      return null;
    }
    for (int i = from; i < to; i++) {
      byte c = bytes[i];
      boolean possible =
          isDigit(c)
              || c >= 'a' && c <= 'f'
              || c >= 'A' && c <= 'F'
              || c == 'x'
              || c == 'X'
              || c == 'o'
              || c == 'O'
              || c == '_'
              || c == '.'
              || c == '+'
              || c == '-';
      if (!possible) {
        return null;
      }
    }
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    if (text.charAt(0) != '.') {
      text = text.replace("_", "");
      JsonNode integer = anyInteger(text);
      if (integer != null) {
        return integer;
      }
    }
    if (!isFloat(text)) {
      return null;
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return null;
    }
    // Go's reader goes through JSON, which writes 1e+09 as 1000000000.
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < MOST_WHOLE;
    return isWhole ? integer((long) value) : DoubleNode.valueOf(value);
  }

  private static JsonNode anyInteger(String text) {
    boolean negative = text.startsWith("-");
    boolean signed = negative || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int radix = 10;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      int prefix = 2;
      switch (digits.charAt(1)) {
        case 'x', 'X' -> radix = 16;
        case 'b', 'B' -> radix = 2;
        case 'o', 'O' -> radix = 8;
        default -> {
          radix = 8;
          prefix = 1;
        }
      }
      digits = digits.substring(prefix);
    }
    if (digits.isEmpty() || digits.length() > 64) {
      return null;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), radix) < 0) {
        return null;
      }
    }
    BigInteger value = new BigInteger(digits, radix);
    if (negative) {
      value = value.negate();
    }
    if (value.bitLength() < 64) {
      return integer(value.longValue());
    }
    return !signed && value.compareTo(MAX_UNSIGNED) <= 0 ? BigIntegerNode.valueOf(value) : null;
  }

  /** Digits with a point somewhere or none, and an exponent or none. */
  static boolean isFloat(String text) {
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int whole = i;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    int digits = i - whole;
    if (i < text.length() && text.charAt(i) == '.') {
      int fraction = ++i;
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
      }
      digits += i - fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
        i++;
      }
      int exponent = i;
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
      }
      if (i == exponent) {
        return false;
      }
    }
    return i == text.length();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
