package mganalyze.oc.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a command is called by and where it prints.
 *
 * @param program {@code oc} or {@code kubectl}: messages name it
 * @param now the time of the gather
 * @param sources takes every archive path that output was read from
 * @param noData takes what the archive does not have, when that is all the answer there is
 */
public record Console(
    String program,
    OutputStream out,
    OutputStream err,
    Instant now,
    Consumer<String> sources,
    Consumer<String> noData) {

  /** Prints text as it stands. */
  public void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Prints a line on standard error. */
  public void complain(String line) throws IOException {
    err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Whether this is kubectl, which knows less of OpenShift. */
  public boolean isKubectl() {
    return program.equals("kubectl");
  }
}
