package mganalyze.finding;

import java.util.Locale;
import java.util.Optional;

/** The severity of an alert, from low to high. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  /** The spelling used in runbooks, reports and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity that is spelled {@code word}, or empty. */
  public static Optional<Severity> of(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
