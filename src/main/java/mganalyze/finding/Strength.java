package mganalyze.finding;

import java.util.Locale;
import java.util.Optional;

/** How much a finding proves. */
public enum Strength {
  /** It decides that the alert's condition held. */
  CONFIRMED,
  /** It hints at the condition, or at its cause, without deciding it. */
  SUSPECTED,
  /** A likely cause of what another finding shows; listed beside it, it moves no verdict itself. */
  CAUSE;

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
