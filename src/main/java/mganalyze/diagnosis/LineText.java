package mganalyze.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mganalyze.finding.Evidence;

/** Cuts a line and those around it out of a text. */
final class LineText {
  private static final int CONTEXT = 3;
  private static final int LONGEST = 1000;

  private LineText() {}

  /** The evidence for a line, numbered from 1, whose first byte is at {@code offset}. */
  static Evidence evidence(String path, byte[] text, int line, int offset) {
    List<String> before = new ArrayList<>();
    int start = offset;
    for (int i = 0; i < CONTEXT && start > 0; i++) {
      int previous = lineStart(text, start - 1);
      before.add(0, cut(text, previous, start - 1));
      start = previous;
    }
    int end = lineEnd(text, offset);
    List<String> after = new ArrayList<>();
    int next = end + 1;
    for (int i = 0; i < CONTEXT && next < text.length; i++) {
      int nextEnd = lineEnd(text, next);
      after.add(cut(text, next, nextEnd));
      next = nextEnd + 1;
    }
    return new Evidence(path, line, cut(text, offset, end), before, after);
  }

  /** First byte of a line, numbered from 1; the end of the text if there are fewer. */
  static int offset(byte[] text, int line) {
    int at = 0;
    for (int i = 1; i < line && at < text.length; i++) {
      at = lineEnd(text, at) + 1;
    }
    return Math.min(at, text.length);
  }

  static int lineEnd(byte[] text, int from) {
    int at = from;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return at;
  }

  private static int lineStart(byte[] text, int inside) {
    int at = inside;
    while (at > 0 && text[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private static String cut(byte[] text, int from, int to) {
    int end = Math.min(to, from + LONGEST);
    String line =
        new String(text, from, Math.max(0, end - from), StandardCharsets.UTF_8).stripTrailing();
    return end < to ? line + " …" : line;
  }
}
