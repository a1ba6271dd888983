package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import mganalyze.yaml.ByteOrder;
import mganalyze.yaml.GoFloat;
import mganalyze.yaml.KubernetesPrinter;

/** Go's {@code printf}: flags, width, precision, and the verbs that fit JSON's values. */
final class GoFormat {

  private static final int WIDEST = 10_000;

  private final String format;
  private final List<JsonNode> values;
  private final StringBuilder out = new StringBuilder();
  private int pos;
  private int next;

  private boolean isLeft;
  private boolean isSigned;
  private boolean isZeroPadded;
  private int width;
  private int precision;

  GoFormat(String format, List<JsonNode> values) {
    this.format = format;
    this.values = values;
  }

  String print() {
    while (pos < format.length()) {
      char c = format.charAt(pos++);
      if (c == '%') {
        directive();
      } else {
        out.append(c);
      }
    }
    if (next < values.size()) {
      out.append("%!(EXTRA ");
      String separator = "";
      for (JsonNode value : values.subList(next, values.size())) {
        out.append(separator).append(GoValue.type(value));
        boolean isNothing = value.isNull() || value.isMissingNode();
        out.append(isNothing ? "" : "=" + GoValue.print(value));
        separator = ", ";
      }
      out.append(')');
    }
    return out.toString();
  }

  private void directive() {
    flags();
    width = Math.max(0, number());
    precision = -1;
    if (pos < format.length() && format.charAt(pos) == '.') {
      pos++;
      precision = Math.max(0, number());
    }
    if (pos >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = format.codePointAt(pos);
    pos += Character.charCount(verb);
    if (verb == '%') {
      out.append('%');
    } else if (next >= values.size()) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      JsonNode value = values.get(next++);
      out.append(verb == 'T' ? padded(GoValue.type(value)) : formatted(value, verb));
    }
  }

  private void flags() {
    isLeft = false;
    isSigned = false;
    isZeroPadded = false;
    while (pos < format.length()) {
      switch (format.charAt(pos)) {
        case '-' -> isLeft = true;
        case '+' -> isSigned = true;
        case '0' -> isZeroPadded = true;
        case ' ', '#' -> throw GoTemplateException.unsupported("printf with flags ' ' or '#'");
        default -> {
          return;
        }
      }
      pos++;
    }
  }

  private int number() {
    if (pos < format.length() && format.charAt(pos) == '*') {
      throw GoTemplateException.unsupported("printf with '*'");
    }
    int value = -1;
    while (pos < format.length() && format.charAt(pos) >= '0' && format.charAt(pos) <= '9') {
      value = Math.min(WIDEST, Math.max(0, value) * 10 + format.charAt(pos) - '0');
      pos++;
    }
    return value;
  }

  private String formatted(JsonNode value, int verb) {
    switch (value.getNodeType()) {
      case ARRAY -> {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < value.size(); i++) {
          list.append(i > 0 ? " " : "").append(formatted(value.get(i), verb));
        }
        return list.append(']').toString();
      }
      case OBJECT -> {
        StringBuilder map = new StringBuilder("map[");
        for (String key : ByteOrder.keys(value)) {
          map.append(map.length() > 4 ? " " : "").append(text(key, verb));
          map.append(':').append(formatted(value.get(key), verb));
        }
        return map.append(']').toString();
      }
      case STRING -> {
        return text(value.textValue(), verb);
      }
      case BOOLEAN -> {
        return verb == 'v' || verb == 't' ? padded(value.asText()) : wrongVerb(value, verb);
      }
      case NUMBER -> {
        boolean isInteger = value.isIntegralNumber() && value.canConvertToLong();
        return isInteger ? integer(value, verb) : floating(value, verb);
      }
      default -> {
        return verb == 'v' ? padded("<nil>") : "%!" + Character.toString(verb) + "(<nil>)";
      }
    }
  }

  private static String wrongVerb(JsonNode value, int verb) {
    return "%!"
        + Character.toString(verb)
        + "("
        + GoValue.type(value)
        + "="
        + GoValue.print(value)
        + ")";
  }

  private String text(String text, int verb) {
    String cut = text;
    if (precision >= 0 && text.codePointCount(0, text.length()) > precision) {
      cut = text.substring(0, text.offsetByCodePoints(0, precision));
    }
    return switch (verb) {
      case 's', 'v' -> padded(cut);
      case 'q' -> padded(quoted(cut));
      case 'x', 'X' -> padded(hexadecimal(cut, verb == 'X'));
      default -> "%!" + Character.toString(verb) + "(string=" + text + ")";
    };
  }

  private static String quoted(String text) {
    String json = KubernetesPrinter.compactJson(TextNode.valueOf(text));
    return json.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&");
  }

  private static String hexadecimal(String text, boolean isUpper) {
    StringBuilder digits = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      digits.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
    }
    return isUpper ? digits.toString().toUpperCase(Locale.ROOT) : digits.toString();
  }

  private String integer(JsonNode value, int verb) {
    long number = value.longValue();
    return switch (verb) {
      case 'd', 'v' -> signed(Long.toString(number));
      case 'x' -> signed(Long.toString(number, 16));
      case 'X' -> signed(Long.toString(number, 16).toUpperCase(Locale.ROOT));
      case 'o' -> signed(Long.toString(number, 8));
      case 'b' -> signed(Long.toString(number, 2));
      case 'c' -> padded(character(number));
      case 'U' -> padded(String.format(Locale.ROOT, "U+%04X", number));
      case 'q' -> padded("'" + character(number) + "'");
      default -> wrongVerb(value, verb);
    };
  }

  private static String character(long number) {
    return Character.isValidCodePoint((int) number) && number == (int) number
        ? Character.toString((int) number)
        : "\uFFFD";
  }

  private String floating(JsonNode value, int verb) {
    double number = value.doubleValue();
    return switch (verb) {
      case 'f', 'F' -> signed(fixed(number, precision < 0 ? 6 : precision));
      case 'e', 'E', 'g', 'G', 'v' -> {
        if (precision >= 0 && verb != 'e') {
          throw GoTemplateException.unsupported("printf with a precision for %" + (char) verb);
        }
        String text =
            verb == 'e' || verb == 'E'
                ? String.format(Locale.ROOT, "%." + (precision < 0 ? 6 : precision) + "e", number)
                : GoFloat.general(number);
        yield signed(verb == 'E' || verb == 'G' ? text.toUpperCase(Locale.ROOT) : text);
      }
      default -> wrongVerb(value, verb);
    };
  }

  private static String fixed(double number, int digits) {
    return new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  private String signed(String number) {
    String text = isSigned && !number.startsWith("-") ? "+" + number : number;
    int missing = width - text.length();
    if (!isZeroPadded || isLeft || missing <= 0) {
      return padded(text);
    }
    int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.substring(0, digits) + "0".repeat(missing) + text.substring(digits);
  }

  private String padded(String text) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    return isLeft ? text + " ".repeat(missing) : " ".repeat(missing) + text;
  }
}
