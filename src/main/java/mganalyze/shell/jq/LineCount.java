package mganalyze.shell.jq;

import mganalyze.shell.Bytes;

/** Counts lines from position to position, each byte once. */
final class LineCount {
  private final Bytes bytes;
  private int countedUpTo;
  private int lines;

  LineCount(Bytes bytes) {
    this.bytes = bytes;
    this.countedUpTo = bytes.start();
  }

  /** The lines that end before a position, and the one that it stands in. */
  int upTo(int position) {
    int end = Math.min(bytes.find((byte) '\n', position) + 1, bytes.end());
    while (countedUpTo < end) {
      lines += bytes.array()[countedUpTo++] == '\n' ? 1 : 0;
    }
    return lines;
  }
}
