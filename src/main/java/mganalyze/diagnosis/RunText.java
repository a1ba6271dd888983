package mganalyze.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.finding.SecretMask;
import mganalyze.shell.Refusal;
import mganalyze.shell.Result;

/**
 * What a run printed, as a report shows it: as a terminal would, secrets masked, cut in the middle
 * where it is long.
 */
record RunText(
    String command,
    Outcome outcome,
    String output,
    boolean truncated,
    List<String> sources,
    Optional<String> detail) {
  /**
   * Characters that are kept of a long output: as many from its start as from its end, where logs
   * tell the newest.
   */
  private static final int HALF = 10_000;

  private static final int MOST_SOURCES = 20;

  private static final String NO_TYPE = "error: the server doesn't have a resource type \"";

  /**
   * @param isKnownType whether a word names a type of resource, be it one that this cluster has not
   */
  static RunText of(String command, Result result, Predicate<String> isKnownType) {
    String all = result.output();
    if (!result.errors().isEmpty()) {
      all += (all.isEmpty() || all.endsWith("\n") ? "" : "\n") + result.errors();
    }
    // Before it is cut: what tells a secret may stand in the part that is left out.
    String masked = SecretMask.mask(all);
    boolean cut = masked.length() > 2 * HALF;
    String shown = cut ? middleOut(masked) : masked;
    List<String> sources = result.sources().stream().limit(MOST_SOURCES).toList();
    return new RunText(
        command,
        outcome(result, isKnownType),
        shown,
        cut || result.truncated(),
        sources,
        detail(result));
  }

  /** A command that this program failed to run, by a fault of its own. */
  static RunText fault(String command, RuntimeException e) {
    String detail =
        "a fault of mg-analyze: " + e.getClass().getSimpleName() + ": " + e.getMessage();
    return new RunText(
        command, Outcome.FAILED, "", false, List.of(), Optional.of(SecretMask.mask(detail)));
  }

  private static String middleOut(String text) {
    int head = text.lastIndexOf('\n', HALF) + 1;
    int tail = text.indexOf('\n', text.length() - HALF) + 1;
    if (head <= 0 || tail <= 0 || tail <= head) {
      head = HALF;
      tail = text.length() - HALF;
    }
    return text.substring(0, head)
        + "[… "
        + (tail - head)
        + " characters left out …]\n"
        + text.substring(tail);
  }

  private static Outcome outcome(Result result, Predicate<String> isKnownType) {
    if (result.refusal().isPresent()) {
      return switch (result.refusal().get().kind()) {
        case NEEDS_LIVE_CLUSTER -> Outcome.NEEDS_LIVE_CLUSTER;
        case MANUAL -> Outcome.MANUAL;
        case UNSUPPORTED -> Outcome.UNSUPPORTED;
        case LIMIT -> Outcome.FAILED;
      };
    }
    if (!result.noData().isEmpty()) {
      return Outcome.NO_DATA;
    }
    boolean isDone = result.status() == 0 && result.out().length > 0;
    return !isDone && isFault(result.errors(), isKnownType) ? Outcome.FAILED : Outcome.RAN;
  }

  /**
   * Whether the command itself is at fault; what a server would have answered, such as "not found",
   * is a result.
   */
  private static boolean isFault(String errors, Predicate<String> isKnownType) {
    for (String line : errors.split("\n")) {
      if (line.startsWith(NO_TYPE)
          && isKnownType.test(line.substring(NO_TYPE.length(), line.lastIndexOf('"')))) {
        continue;
      }
      if (line.startsWith("error:")
          || line.startsWith("jq: ")
          || line.startsWith("awk: ")
          || line.startsWith("grep: ")
          || line.startsWith("bash: ")
          || line.contains("syntax error")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> detail(Result result) {
    if (result.refusal().isPresent()) {
      return result.refusal().map(Refusal::message).map(SecretMask::mask);
    }
    return result.noData().isEmpty()
        ? Optional.empty()
        : Optional.of(SecretMask.mask("not in the archive: " + String.join("; ", result.noData())));
  }

  /** With a further note, such as that more objects are there; empty for none. */
  StepResult.Run run(String note) {
    Optional<String> all =
        note.isEmpty() ? detail : Optional.of(detail.map(why -> why + "; " + note).orElse(note));
    return new StepResult.Run(command, outcome, output, truncated, sources, all);
  }
}
