package mganalyze.report;

/**
 * How many bytes of HTML a part of the page may take. Text is cut to what is left; what is cut
 * stands in the JSON report.
 */
final class Quota {
  private static final int TAG_BYTES = 24;

  private final long limit;
  private long spent;

  Quota(long limit) {
    this.limit = limit;
  }

  /** Bytes taken so far; may pass the limit by the markup around the last text. */
  long spent() {
    return spent;
  }

  boolean isSpent() {
    return spent >= limit;
  }

  /** Takes room for that many elements. */
  void elements(int count) {
    spent += (long) TAG_BYTES * count;
  }

  /** The text, visible, in one line of at most that many chars. */
  String line(String text, int chars) {
    return take(VisibleText.line(text, chars));
  }

  /** The text, visible, with its lines, of at most that many chars. */
  String text(String text, int chars) {
    return take(VisibleText.of(VisibleText.head(text, chars)));
  }

  private String take(String text) {
    int at = 0;
    for (char c : text.toCharArray()) {
      if (spent >= limit) {
        return VisibleText.head(text, at);
      }
      spent += bytes(c);
      at++;
    }
    return text;
  }

  /** Bytes of a char in UTF-8, escaped for HTML; each half of a surrogate pair counts as much. */
  private static int bytes(char c) {
    if (c >= 0x80) {
      return 3;
    }
    return switch (c) {
      case '<', '>' -> 4;
      case '&', '\'' -> 5;
      case '"' -> 6;
      default -> 1;
    };
  }
}
