package mganalyze.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Knows the times that YAML 1.1 reads without quotes: {@code 2025-01-02}, with a time or not. */
final class Timestamps {

  private final String text;
  private int at;

  private Timestamps(String text) {
    this.text = text;
  }

  static boolean isTimestamp(String text) {
    return text.length() >= 8 && text.charAt(4) == '-' && new Timestamps(text).matches();
  }

  private boolean matches() {
    int year = number(4, 4);
    boolean isDate = year >= 0 && skip('-');
    int month = isDate ? number(1, 2) : -1;
    isDate = month > 0 && skip('-');
    int day = isDate ? number(1, 2) : -1;
    if (day < 1 || !exists(year, month, day)) {
      return false;
    }
    if (at == text.length()) {
      return true;
    }
    boolean isZoned = !skip(' ');
    if (isZoned && !skip('T') && !skip('t')) {
      return false;
    }
    if (!isBelow(24) || !skip(':') || !isBelow(60) || !skip(':') || !isBelow(60)) {
      return false;
    }
    skipFraction();
    return (!isZoned || skipZone()) && at == text.length();
  }

  private static boolean exists(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private boolean isBelow(int limit) {
    int value = number(1, 2);
    return value >= 0 && value < limit;
  }

  private void skipFraction() {
    boolean isFraction =
        at + 1 < text.length()
            && (text.charAt(at) == '.' || text.charAt(at) == ',')
            && digitAt(at + 1) >= 0;
    if (isFraction) {
      at++;
      while (digitAt(at) >= 0) {
        at++;
      }
    }
  }

  private boolean skipZone() {
    if (skip('Z')) {
      return true;
    }
    if (!skip('+') && !skip('-')) {
      return false;
    }
    int hours = number(2, 2);
    return hours >= 0 && hours <= 24 && skip(':') && number(2, 2) >= 0;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /** A number of so many digits; -1 if there are fewer. */
  private int number(int least, int most) {
    int value = 0;
    int count = 0;
    while (count < most && digitAt(at) >= 0) {
      value = value * 10 + digitAt(at);
      at++;
      count++;
    }
    return count >= least ? value : -1;
  }

  private int digitAt(int index) {
    if (index >= text.length()) {
      return -1;
    }
    int digit = text.charAt(index) - '0';
    return digit >= 0 && digit <= 9 ? digit : -1;
  }
}
