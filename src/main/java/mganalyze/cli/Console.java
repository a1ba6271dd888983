package mganalyze.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import mganalyze.finding.Problem;
import mganalyze.finding.SecretMask;
import mganalyze.gather.Gather;

/**
 * The two streams of a call. Every error is one line, and nothing from an archive reaches the
 * terminal as control characters.
 */
final class Console {
  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  void error(String message) {
    err.println("mg-analyze: " + harmless(message));
  }

  /** A fault of the program itself, in one line. */
  void fault(Exception e) {
    error("fault of mg-analyze: " + CommandLineProgram.firstLine(String.valueOf(e)));
  }

  /** What only those hear who ask for more. */
  void note(String message) {
    err.println("mg-analyze: " + harmless(message));
  }

  void warn(Problem problem) {
    String where = problem.path().isEmpty() ? "" : problem.path() + ": ";
    err.println(
        "mg-analyze: warning: "
            + harmless(where + problem.kind().word() + ": " + problem.detail()));
  }

  /** Warns of what was left out of an archive, since it is of another cluster. */
  void warnOfOtherClusters(Gather gather) {
    for (Problem problem : gather.problems()) {
      if (gather.otherClusters().contains(problem.path())) {
        warn(problem);
      }
    }
  }

  /**
   * Prints what a command printed, secrets masked; on a terminal without control characters, else
   * byte for byte.
   */
  void show(byte[] output, byte[] errors) throws IOException {
    out.write(shown(output));
    out.flush();
    err.write(shown(errors));
    err.flush();
  }

  private static byte[] shown(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String masked = SecretMask.mask(text);
    String safe = System.console() == null ? masked : harmlessLines(masked);
    // Bytes that are no UTF-8 stay as they are where nothing had to be hidden.
    return safe.equals(text) ? bytes : safe.getBytes(StandardCharsets.UTF_8);
  }

  private static String harmlessLines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> safe.appendCodePoint(c == '\n' || c == '\t' || !isHarmful(c) ? c : '?'));
    return safe.toString();
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  private static String harmless(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    SecretMask.mask(text).codePoints().forEach(c -> safe.appendCodePoint(isHarmful(c) ? '?' : c));
    return safe.toString();
  }

  /** Whether colours are wanted: a terminal, and nobody said no. */
  static boolean wantsColor(boolean refused) {
    return !refused && System.console() != null && System.getenv("NO_COLOR") == null;
  }
}
