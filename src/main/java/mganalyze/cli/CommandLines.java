package mganalyze.cli;

import java.io.BufferedReader;
import java.io.IOException;
import mganalyze.finding.Nullable;
import mganalyze.shell.Shell;

/**
 * Reads command lines that may go on over several lines, after a backslash or inside quotes, as a
 * shell's prompt does.
 */
final class CommandLines {
  private final BufferedReader reader;

  CommandLines(BufferedReader reader) {
    this.reader = reader;
  }

  /** The next command line, or null at the end. */
  @Nullable
  String next() throws IOException {
    String line = reader.readLine();
    if (line == null) {
      return null;
    }
    StringBuilder command = new StringBuilder(line);
    while (Shell.isOpen(command)) {
      String more = reader.readLine();
      if (more == null) {
        break;
      }
      command.append('\n').append(more);
    }
    return command.toString();
  }
}
