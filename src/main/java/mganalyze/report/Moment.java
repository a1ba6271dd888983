package mganalyze.report;

import java.time.Instant;

/** Times as reports spell them: RFC 3339 in UTC. */
final class Moment {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Moment() {}

  /** For example {@code 2024-10-24T13:05:00Z}; a year that RFC 3339 cannot spell is cut to one. */
  static String text(Instant instant) {
    return clamped(instant).toString();
  }

  /** For people, to the second: {@code 2024-10-24 13:05:00}. */
  static String plain(Instant instant) {
    return text(instant).substring(0, 19).replace('T', ' ');
  }

  static Instant clamped(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return FIRST;
    }
    return instant.isAfter(LAST) ? LAST : instant;
  }
}
