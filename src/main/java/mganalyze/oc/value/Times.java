package mganalyze.oc.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Timestamps: RFC 3339 in, RFC 1123 with a numeric zone (UTC) out. */
public final class Times {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static final String PLAIN = "0000-00-00T00:00:00";
  private static final int NANO_DIGITS = 9;

  private Times() {}

  /** The instant of an RFC 3339 text; empty for no text and for anything else. */
  public static Optional<Instant> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (isPlain(text)) {
        return Optional.of(plain(text));
      }
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether it is written as nearly all are: {@code 2025-01-10T07:00:00Z}, with or without a
   * fraction of the second.
   */
  private static boolean isPlain(String text) {
    int end = text.length() - 1;
    if (end < PLAIN.length() || text.charAt(end) != 'Z') {
      return false;
    }
    int digits = end - PLAIN.length() - 1;
    if (digits == 0 || digits > NANO_DIGITS || digits > 0 && text.charAt(PLAIN.length()) != '.') {
      return false;
    }
    for (int i = PLAIN.length() + 1; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    for (int i = 0; i < PLAIN.length(); i++) {
      char wanted = PLAIN.charAt(i);
      char c = text.charAt(i);
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static Instant plain(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            digits(text, 0, 4),
            digits(text, 5, 7),
            digits(text, 8, 10),
            digits(text, 11, 13),
            digits(text, 14, 16),
            digits(text, 17, 19),
            nanos(text));
    return time.toInstant(ZoneOffset.UTC);
  }

  private static int nanos(String text) {
    int from = PLAIN.length() + 1;
    int to = text.length() - 1;
    int nanos = from < to ? digits(text, from, to) : 0;
    for (int digits = to - from; from < to && digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  /** {@code Fri, 10 Jan 2025 07:00:00 +0000}; Go's zero time where there is none. */
  public static String rfc1123(String timestamp) {
    Optional<Instant> instant = parse(timestamp);
    if (instant.isEmpty()) {
      return "Mon, 01 Jan 0001 00:00:00 +0000";
    }
    OffsetDateTime time = instant.get().atOffset(ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        "%s, %02d %s %04d %02d:%02d:%02d +0000",
        DAYS[time.getDayOfWeek().getValue() - 1],
        time.getDayOfMonth(),
        MONTHS[time.getMonthValue() - 1],
        time.getYear(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }
}
