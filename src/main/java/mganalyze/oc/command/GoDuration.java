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
      int unit = at;
      while (unit < rest.length()
          && (Character.isDigit(rest.charAt(unit)) || rest.charAt(unit) == '.')) {
        unit++;
      }
      int end = unit;
      while (end < rest.length()
          && !Character.isDigit(rest.charAt(end))
          && rest.charAt(end) != '.') {
        end++;
      }
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
