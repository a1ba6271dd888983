package mganalyze.oc.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Durations as Go reads them: {@code 1h30m}, {@code 1.5s}, {@code 0}. */
public final class GoDuration {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private GoDuration() {}

  /** Empty for what is none. */
  public static Optional<Duration> parse(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    BigDecimal nanoseconds = BigDecimal.ZERO;
    int at = 0;
    while (at < rest.length()) {
      int unit = skip(rest, at, true);
      int end = skip(rest, unit, false);
      long scale = scale(rest.substring(unit, end));
      String number = rest.substring(at, unit);
      if (scale == 0 || !number.matches("[0-9]{1,19}(\\.[0-9]{0,9})?|\\.[0-9]{1,9}")) {
        return Optional.empty();
      }
      nanoseconds = nanoseconds.add(new BigDecimal(number).multiply(BigDecimal.valueOf(scale)));
      at = end;
    }
    if (rest.isEmpty() || nanoseconds.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    Duration duration = Duration.ofNanos(nanoseconds.longValue());
    return Optional.of(negative ? duration.negated() : duration);
  }

  /** What Go says of a text that is none. */
  public static String fault(String text) {
    String rest = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    int at = 0;
    while (at < rest.length()) {
      int unit = skip(rest, at, true);
      int end = skip(rest, unit, false);
      String number = rest.substring(at, unit);
      if (number.isEmpty()
          || number.equals(".")
          || number.indexOf('.') != number.lastIndexOf('.')) {
        break;
      }
      if (unit == end) {
        return "time: missing unit in duration \"" + text + "\"";
      }
      if (scale(rest.substring(unit, end)) == 0) {
        String word = rest.substring(unit, end);
        return "time: unknown unit \"" + word + "\" in duration \"" + text + "\"";
      }
      at = end;
    }
    return "time: invalid duration \"" + text + "\"";
  }

  /** Where the digits and points from a place on end, or the rest between them. */
  private static int skip(String text, int from, boolean number) {
    int at = from;
    while (at < text.length()
        && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.') == number) {
      at++;
    }
    return at;
  }

  private static long scale(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "\u00b5s", "\u03bcs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0;
    };
  }
}
