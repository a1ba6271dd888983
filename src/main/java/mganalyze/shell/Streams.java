package mganalyze.shell;

import java.io.OutputStream;

/** Where a command reads and prints. */
record Streams(Input in, OutputStream out, OutputStream err) {
  Streams withInput(Input other) {
    return new Streams(other, out, err);
  }

  Streams withOutput(OutputStream other) {
    return new Streams(in, other, err);
  }

  Streams withErrors(OutputStream other) {
    return new Streams(in, out, other);
  }
}
