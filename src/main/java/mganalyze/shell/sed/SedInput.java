package mganalyze.shell.sed;

import mganalyze.shell.Bytes;
import mganalyze.shell.Utf8;

/** The lines that a script reads, counted from 1. */
final class SedInput {
  private final Bytes bytes;
  private int at;
  private long lineNumber;
  private boolean hasNewline = true;

  SedInput(Bytes bytes) {
    this.bytes = bytes;
    this.at = bytes.start();
  }

  /** The next line without its newline; not to be called at the end. */
  String next() {
    int end = bytes.find((byte) '\n', at);
    String line = Utf8.decode(bytes.array(), at, end);
    hasNewline = end < bytes.end();
    at = end + 1;
    lineNumber++;
    return line;
  }

  boolean isAtEnd() {
    return at >= bytes.end();
  }

  /** Of the line that was read last; 0 before the first. */
  long lineNumber() {
    return lineNumber;
  }

  /** Whether a newline ends the line that was read last. */
  boolean hasNewline() {
    return hasNewline;
  }
}
