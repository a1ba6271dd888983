package mganalyze.diagnosis;

import mganalyze.finding.Verdict;

/**
 * The one place in which the two witnesses, the alert's own state and the checks, become a verdict.
 */
final class VerdictTable {
  private VerdictTable() {}

  /** What the checks say together. */
  enum Checks {
    CONFIRM,
    SUSPECT,
    /** Nothing found, and all that decides it was gathered. */
    NOTHING,
    /** Nothing found, and something that decides it is missing. */
    MISSING
  }

  /** Takes the alert's state as reports spell it: firing, pending, inactive, absent or unknown. */
  static Verdict decide(String state, Checks checks) {
    if (checks == Checks.CONFIRM) {
      return Verdict.CONFIRMED;
    }
    return switch (state) {
      case "firing" -> Verdict.CONFIRMED;
      case "pending" -> Verdict.SUSPECTED;
      case "inactive" -> Verdict.CLEAR;
      case "absent" -> Verdict.NOT_APPLICABLE;
      case "unknown" ->
          switch (checks) {
            case SUSPECT -> Verdict.SUSPECTED;
            case NOTHING -> Verdict.CLEAR;
            default -> Verdict.UNDETERMINED;
          };
      default -> throw new IllegalArgumentException("no such alert state: " + state);
    };
  }
}
