package mganalyze.shell;

/**
 * Why a command line, or a part of it, did not run.
 *
 * @param message one line, as printed on standard error
 */
public record Refusal(Kind kind, String message) {
  /** Who could run it instead. */
  public enum Kind {
    NEEDS_LIVE_CLUSTER,
    MANUAL,
    UNSUPPORTED,
    /** It was stopped for taking too long or for printing too much. */
    LIMIT
  }
}
