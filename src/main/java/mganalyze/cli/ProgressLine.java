package mganalyze.cli;

import java.io.PrintStream;
import mganalyze.archive.Progress;

/**
 * One line on a terminal that tells how far the reading is; it rewrites itself and leaves nothing
 * behind.
 */
final class ProgressLine implements Progress {
  private static final long MIB = 1L << 20;

  private final PrintStream err;
  private final String name;

  ProgressLine(PrintStream err, String name) {
    this.err = err;
    this.name = name;
  }

  /** A line where standard error is a terminal and nobody wants quiet, else nothing. */
  static Progress of(Console console, String name, boolean quiet) {
    return quiet || System.console() == null
        ? Progress.none()
        : new ProgressLine(console.err(), name);
  }

  @Override
  public void update(long bytesRead, long bytesTotal, long entries) {
    String of = bytesTotal < 0 ? "" : " of " + bytesTotal / MIB;
    err.print("\r" + name + ": " + bytesRead / MIB + of + " MiB, " + entries + " entries\u001b[K");
    if (bytesRead >= bytesTotal && bytesTotal >= 0) {
      err.print("\r\u001b[K");
    }
    err.flush();
  }
}
