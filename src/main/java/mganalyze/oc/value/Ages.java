package mganalyze.oc.value;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time spans as kubectl prints them: two units at most, everything truncated. */
public final class Ages {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;

  private Ages() {}

  /**
   * The span from a timestamp until now.
   *
   * @param timestamp RFC 3339; empty or unreadable gives {@code <unknown>}
   */
  public static String since(String timestamp, Instant now) {
    Optional<Instant> then = Times.parse(timestamp);
    return then.isEmpty() ? "<unknown>" : print(Duration.between(then.get(), now));
  }

  /** A span; one that is more than a second below zero is {@code <invalid>}. */
  public static String print(Duration span) {
    long seconds = towardsZero(span);
    if (seconds < -1) {
      return "<invalid>";
    }
    if (seconds < 0) {
      return "0s";
    }
    if (seconds < 2 * MINUTE) {
      return seconds + "s";
    }
    if (seconds < 10 * MINUTE) {
      return two(seconds, MINUTE, "m", 1, "s");
    }
    if (seconds < 3 * HOUR) {
      return seconds / MINUTE + "m";
    }
    if (seconds < 8 * HOUR) {
      return two(seconds, HOUR, "h", MINUTE, "m");
    }
    if (seconds < 2 * DAY) {
      return seconds / HOUR + "h";
    }
    if (seconds < 8 * DAY) {
      return two(seconds, DAY, "d", HOUR, "h");
    }
    if (seconds < 2 * YEAR) {
      return seconds / DAY + "d";
    }
    if (seconds < 8 * YEAR) {
      return two(seconds, YEAR, "y", DAY, "d");
    }
    return seconds / YEAR + "y";
  }

  private static long towardsZero(Duration span) {
    return span.isNegative() ? -span.negated().toSeconds() : span.toSeconds();
  }

  private static String two(long seconds, long unit, String name, long smaller, String small) {
    long rest = seconds % unit / smaller;
    String whole = seconds / unit + name;
    return rest == 0 ? whole : whole + rest + small;
  }
}
