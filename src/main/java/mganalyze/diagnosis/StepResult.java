package mganalyze.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * One command of a runbook's diagnosis and what its runs printed.
 *
 * @param number from 1, in the order of the runbook
 * @param command as the runbook writes it
 * @param runs one for each object that its placeholders stand for; a command without placeholders
 *     has one
 */
public record StepResult(int number, String title, String command, List<Run> runs) {
  public StepResult {
    runs = List.copyOf(runs);
  }

  /** What became of a run; spelled as reports spell it. */
  public enum Outcome {
    RAN("ran"),
    NO_DATA("no-data"),
    NEEDS_LIVE_CLUSTER("needs-live-cluster"),
    MANUAL("manual"),
    UNSUPPORTED("unsupported"),
    FAILED("failed");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /**
     * The outcome that is spelled {@code word}; throws {@link IllegalArgumentException} for any
     * other word.
     */
    public static Outcome of(String word) {
      for (Outcome outcome : values()) {
        if (outcome.word.equals(word)) {
          return outcome;
        }
      }
      throw new IllegalArgumentException("no such outcome: " + word);
    }
  }

  /**
   * @param command with variables and placeholders filled in
   * @param output standard output and error as a terminal would show them, secrets masked
   * @param truncated whether {@code output} was cut
   * @param sources paths in the archive that the output was read from
   * @param detail why, where it did not run
   */
  public record Run(
      String command,
      Outcome outcome,
      String output,
      boolean truncated,
      List<String> sources,
      Optional<String> detail) {
    public Run {
      sources = List.copyOf(sources);
    }
  }
}
