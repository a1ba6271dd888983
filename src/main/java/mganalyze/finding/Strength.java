package mganalyze.finding;

import java.util.Locale;
import java.util.Optional;

/** How much a finding proves. */
public enum Strength {
  /** It decides that the alert's condition held. */
  CONFIRMED,
  /** It hints at the condition, or at its cause, without deciding it. */
  SUSPECTED,
  /** Context for a reader, such as a likely cause; it moves no verdict. */
  INFO;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The strength that is spelled {@code word}, or empty. */
  public static Optional<Strength> of(String word) {
    for (Strength strength : values()) {
      if (strength.word().equals(word)) {
        return Optional.of(strength);
      }
    }
    return Optional.empty();
  }
}
