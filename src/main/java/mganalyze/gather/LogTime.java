package mganalyze.gather;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the time that stands before a log line. */
public final class LogTime {
  private LogTime() {}

  /**
   * The RFC 3339 time at {@code from}, such as {@code 2021-08-03T09:24:30.905503605Z} or with an
   * offset; empty if there is none.
   */
  public static Optional<Instant> parse(byte[] bytes, int from, int to) {
    if (to - from < 20
        || bytes[from + 4] != '-'
        || bytes[from + 10] != 'T'
        || bytes[from + 13] != ':') {
      return Optional.empty();
    }
    int year = number(bytes, from, 4);
    int month = number(bytes, from + 5, 2);
    int day = number(bytes, from + 8, 2);
    int hour = number(bytes, from + 11, 2);
    int minute = number(bytes, from + 14, 2);
    int second = number(bytes, from + 17, 2);
    if (year < 0
        || month < 1
        || month > 12
        || day < 1
        || day > 28 && day > YearMonth.of(year, month).lengthOfMonth()
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59) {
      return Optional.empty();
    }
    int at = from + 19;
    int nanos = 0;
    if (at < to && bytes[at] == '.') {
      int scale = 100_000_000;
      at++;
      while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
        nanos += (bytes[at] - '0') * scale;
        scale /= 10;
        at++;
      }
    }
    int offset = offsetSeconds(bytes, at, to);
    if (offset == Integer.MIN_VALUE) {
      return Optional.empty();
    }
    return Optional.of(
        LocalDateTime.of(year, month, day, hour, minute, second, nanos)
            .toInstant(ZoneOffset.ofTotalSeconds(offset)));
  }

  private static int offsetSeconds(byte[] bytes, int at, int to) {
    if (at < to && bytes[at] == 'Z') {
      return 0;
    }
    if (at + 6 > to || (bytes[at] != '+' && bytes[at] != '-')) {
      return Integer.MIN_VALUE;
    }
    int hours = number(bytes, at + 1, 2);
    int minutes = number(bytes, at + 4, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || (hours == 18 && minutes > 0)) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return bytes[at] == '-' ? -seconds : seconds;
  }

  private static int number(byte[] bytes, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }
}
