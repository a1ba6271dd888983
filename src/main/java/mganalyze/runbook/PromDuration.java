package mganalyze.runbook;

import java.util.OptionalLong;

/** Durations as Prometheus writes them: {@code 90s}, {@code 5m}, {@code 1h}, {@code 1d}. */
final class PromDuration {
  private PromDuration() {}

  /** In seconds; empty for anything else. */
  static OptionalLong seconds(String text) {
    int last = text.length() - 1;
    if (last < 1) {
      return OptionalLong.empty();
    }
    long unit =
        switch (text.charAt(last)) {
          case 's' -> 1;
          case 'm' -> 60;
          case 'h' -> 3600;
          case 'd' -> 86400;
          default -> 0;
        };
    for (int i = 0; i < last; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return OptionalLong.empty();
      }
    }
    return unit == 0 || last > 9
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(text.substring(0, last)) * unit);
  }
}
