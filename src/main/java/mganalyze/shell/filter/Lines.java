package mganalyze.shell.filter;

import mganalyze.shell.Bytes;

/** Walks over the lines of an input. */
final class Lines {
  private final Bytes input;
  private final byte terminator;
  private int start;
  private int end;
  private int nextStart;

  Lines(Bytes input) {
    this(input, (byte) '\n');
  }

  Lines(Bytes input, byte terminator) {
    this.input = input;
    this.terminator = terminator;
    this.nextStart = input.start();
  }

  /** Moves to the next line; false at the end. */
  boolean next() {
    if (nextStart >= input.end()) {
      return false;
    }
    start = nextStart;
    end = input.find(terminator, start);
    nextStart = end + 1;
    return true;
  }

  byte[] array() {
    return input.array();
  }

  int start() {
    return start;
  }

  /** Behind the line's last character, its newline not counted. */
  int end() {
    return end;
  }

  /** Whether a newline ends the line; the last one may lack it. */
  boolean isTerminated() {
    return end < input.end();
  }

  /** Where the next line starts. */
  int nextStart() {
    return Math.min(nextStart, input.end());
  }

  Bytes bytes() {
    return new Bytes(input.array(), start, end);
  }

  String text() {
    return bytes().text();
  }
}
