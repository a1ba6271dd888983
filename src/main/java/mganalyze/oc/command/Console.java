package mganalyze.oc.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import mganalyze.shell.JsonOutput;
import mganalyze.shell.JsonText;

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

  /**
   * Prints a value as {@code -o json} does.
   *
   * @param value not to be changed any more
   */
  public void print(JsonNode value) throws IOException {
    print(new JsonText(value));
  }

  /** Prints JSON, to be written only if somebody reads bytes. */
  public void print(JsonText json) throws IOException {
    if (out instanceof JsonOutput output) {
      output.print(json);
    } else {
      json.writeTo(out);
    }
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
