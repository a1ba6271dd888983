package mganalyze.cli;

import java.io.PrintStream;
import mganalyze.finding.Problem;

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

  void warn(Problem problem) {
    String where = problem.path().isEmpty() ? "" : problem.path() + ": ";
    err.println(
        "mg-analyze: warning: "
            + harmless(where + problem.kind().word() + ": " + problem.detail()));
  }

  private static String harmless(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                safe.append('?');
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /** Whether colours are wanted: a terminal, and nobody said no. */
  static boolean wantsColor(boolean refused) {
    return !refused && System.console() != null && System.getenv("NO_COLOR") == null;
  }
}
