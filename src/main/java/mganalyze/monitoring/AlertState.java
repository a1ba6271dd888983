package mganalyze.monitoring;

import java.util.Locale;
import java.util.Optional;

/** What the archive says of one alert. */
public sealed interface AlertState {
  /** The rules dump has it. */
  record Known(AlertRule rule) implements AlertState {}

  /**
   * The rules dump has other alerts of the same operator, and not this one: this version does not
   * have it.
   *
   * @param source the dump
   */
  record Absent(String source) implements AlertState {}

  /** No rules were gathered, or none of the operator's. */
  record Unknown() implements AlertState {}

  /** One of firing, pending, inactive, absent, unknown; as reports spell it. */
  default String word() {
    if (this instanceof Known known) {
      return known.rule().state().name().toLowerCase(Locale.ROOT);
    }
    return this instanceof Absent ? "absent" : "unknown";
  }

  default Optional<String> dump() {
    if (this instanceof Known known) {
      return Optional.of(known.rule().source());
    }
    return this instanceof Absent absent ? Optional.of(absent.source()) : Optional.empty();
  }
}
