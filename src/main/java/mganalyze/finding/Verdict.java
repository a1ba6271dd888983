package mganalyze.finding;

/** What the archive says about one runbook, in the order in which reports list them. */
public enum Verdict {
  /** The archive shows that the runbook's condition held when it was gathered. */
  CONFIRMED("confirmed"),
  /** Only indirect evidence, and nothing in the archive decides it. */
  SUSPECTED("suspected"),
  /** What decides it was not gathered or could not be read. */
  UNDETERMINED("undetermined"),
  /** All that decides it was gathered, and the condition did not hold. */
  CLEAR("clear"),
  /** The component is not installed, or this version of it does not have the alert. */
  NOT_APPLICABLE("not-applicable");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The spelling used in reports and on the command line. */
  public String word() {
    return word;
  }

  /**
   * The verdict that is spelled {@code word}; throws {@link IllegalArgumentException} for any other
   * word.
   */
  public static Verdict of(String word) {
    for (Verdict verdict : values()) {
      if (verdict.word.equals(word)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException("no such verdict: " + word);
  }
}
