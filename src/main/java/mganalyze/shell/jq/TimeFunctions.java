package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.filter.TimeFormat;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * jq's functions of broken-down time, which is an array: year, month from 0, day, hours, minutes,
 * seconds, day of the week, day of the year from 0. All in UTC.
 */
final class TimeFunctions {
  private TimeFunctions() {}

  static void addTo(Scope scope) {
    scope.addFunction("gmtime", 0, plain(TimeFunctions::brokenDown));
    scope.addFunction("mktime", 0, plain(in -> LongNode.valueOf(time(in).toEpochSecond())));
    scope.addFunction("strftime", 1, formatted(TimeFunctions::write));
    scope.addFunction("strptime", 1, formatted(TimeFunctions::read));
  }

  private interface Conversion {
    JsonNode apply(JsonNode in) throws JsonQueryException;
  }

  private interface FormattedConversion {
    JsonNode apply(JsonNode in, String format) throws JsonQueryException;
  }

  private static Function plain(Conversion conversion) {
    return (scope, arguments, in, path, output, version) -> output.emit(conversion.apply(in), null);
  }

  private static Function formatted(FormattedConversion conversion) {
    return (scope, arguments, in, path, output, version) -> {
      Expression format = arguments.get(0);
      format.apply(scope, in, text -> output.emit(conversion.apply(in, text.asText()), null));
    };
  }

  private static JsonNode brokenDown(JsonNode seconds) throws JsonQueryException {
    if (!seconds.isNumber()) {
      throw new JsonQueryException("gmtime() requires a number");
    }
    return array(instant(seconds).atZone(ZoneOffset.UTC));
  }

  private static Instant instant(JsonNode seconds) {
    return Instant.ofEpochMilli((long) Math.floor(seconds.doubleValue() * 1000));
  }

  private static ArrayNode array(ZonedDateTime time) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    array.add(time.getYear()).add(time.getMonthValue() - 1).add(time.getDayOfMonth());
    array.add(time.getHour()).add(time.getMinute());
    double seconds = time.getSecond() + time.getNano() / 1e9;
    if (seconds == Math.rint(seconds)) {
      array.add((int) seconds);
    } else {
      array.add(seconds);
    }
    return array.add(time.getDayOfWeek().getValue() % 7).add(time.getDayOfYear() - 1);
  }

  private static ZonedDateTime time(JsonNode array) throws JsonQueryException {
    if (!array.isArray() || array.size() < 6) {
      throw new JsonQueryException("mktime requires array of 6 numbers");
    }
    for (JsonNode item : array) {
      if (!item.isNumber()) {
        throw new JsonQueryException("mktime requires parsed datetime inputs");
      }
    }
    try {
      return LocalDateTime.of(array.get(0).intValue(), 1, 1, 0, 0)
          .plusMonths(array.get(1).intValue())
          .plusDays(array.get(2).intValue() - 1L)
          .plusHours(array.get(3).intValue())
          .plusMinutes(array.get(4).intValue())
          .plusSeconds(array.get(5).longValue())
          .atZone(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new JsonQueryException("invalid gmtime representation");
    }
  }

  private static JsonNode write(JsonNode in, String format) throws JsonQueryException {
    if (!in.isNumber() && !in.isArray()) {
      throw new JsonQueryException("strftime/1 requires parsed datetime inputs");
    }
    ZonedDateTime time = in.isNumber() ? instant(in).atZone(ZoneOffset.UTC) : time(in);
    return TextNode.valueOf(TimeFormat.print(format, time));
  }

  private static JsonNode read(JsonNode in, String format) throws JsonQueryException {
    if (!in.isTextual()) {
      throw new JsonQueryException("strptime/1 requires string inputs and arguments");
    }
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern(format), Locale.ROOT);
      return array(LocalDateTime.parse(in.textValue(), formatter).atZone(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw new JsonQueryException(
          "date \"" + in.textValue() + "\" does not match format \"" + format + "\"");
    }
  }

  private static String pattern(String format) {
    StringBuilder pattern = new StringBuilder();
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        literal.append(c == '\'' ? "\'\'" : c);
        continue;
      }
      quote(literal, pattern);
      pattern.append(field(format.charAt(++i)));
    }
    quote(literal, pattern);
    return pattern.toString();
  }

  private static void quote(StringBuilder literal, StringBuilder pattern) {
    if (literal.length() > 0) {
      pattern.append('\'').append(literal).append('\'');
      literal.setLength(0);
    }
  }

  private static String field(char letter) {
    return switch (letter) {
      case 'Y' -> "uuuu";
      case 'm' -> "MM";
      case 'd' -> "dd";
      case 'H' -> "HH";
      case 'M' -> "mm";
      case 'S' -> "ss";
      case 'b' -> "MMM";
      case 'B' -> "MMMM";
      case 'a' -> "EEE";
      case 'A' -> "EEEE";
      case 'F' -> "uuuu-MM-dd";
      case 'T' -> "HH:mm:ss";
      case 'Z' -> "zzz";
      case 'z' -> "XX";
      case 'j' -> "DDD";
      default -> throw new UnsupportedCommandException("jq strptime(\"%" + letter + "\")");
    };
  }
}
