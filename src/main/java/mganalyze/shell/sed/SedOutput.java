package mganalyze.shell.sed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Utf8;

/** What a script prints. The last line gets a newline only if it had one, or if more follows. */
final class SedOutput {
  private final OutputStream out;
  private final List<String> appended = new ArrayList<>();
  private boolean owesNewline;

  SedOutput(OutputStream out) {
    this.out = out;
  }

  void print(String line, boolean hasNewline) throws IOException {
    write(hasNewline ? line + "\n" : line);
    owesNewline = !hasNewline;
  }

  void write(String text) throws IOException {
    Utf8.write(out, owesNewline ? "\n" + text : text);
    owesNewline = false;
  }

  /** Keeps a text for the end of the cycle. */
  void append(String text) {
    appended.add(text);
  }

  void flushAppended() throws IOException {
    for (String text : appended) {
      write(text);
    }
    appended.clear();
  }
}
