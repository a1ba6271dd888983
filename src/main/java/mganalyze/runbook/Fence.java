package mganalyze.runbook;

/**
 * Follows fenced code blocks from line to line; one that is opened by n backticks or tildes is
 * closed by at least as many.
 */
final class Fence {
  private char mark;
  private int length;
  private int indent;
  private boolean open;
  private boolean inside;
  private String language = "";

  /** Takes the next line of the document. */
  void see(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    int end = start;
    while (end < line.length()
        && (line.charAt(end) == '`' || line.charAt(end) == '~')
        && line.charAt(end) == line.charAt(start)) {
      end++;
    }
    int run = end - start;
    if (!open) {
      inside = false;
      if (run >= 3 && !(line.charAt(start) == '`' && line.indexOf('`', end) >= 0)) {
        mark = line.charAt(start);
        length = run;
        indent = start;
        language = line.substring(end).strip();
        open = true;
        inside = true;
      }
    } else if (run >= length && line.charAt(start) == mark && line.substring(end).isBlank()) {
      open = false;
    }
  }

  /** Whether a block is open after the line. */
  boolean isOpen() {
    return open;
  }

  /** Whether the line belongs to a block, its fences included. */
  boolean isInside() {
    return inside;
  }

  /** Blanks before the opening fence; lines of the block are indented by as many. */
  int indent() {
    return indent;
  }

  /** What stands behind the opening fence. */
  String language() {
    return language;
  }
}
