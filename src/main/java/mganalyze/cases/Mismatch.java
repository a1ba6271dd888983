package mganalyze.cases;

import java.util.ArrayList;
import java.util.List;

/** One thing that is not as a case expects it. */
record Mismatch(String what, String expected, String got) {
  private static final int LEFT = 36;
  private static final int RIGHT = 72;

  /** A table with what was expected on the left, and what came out on the right. */
  static String table(List<Mismatch> mismatches) {
    StringBuilder out = new StringBuilder();
    row(out, "", "expected", "got");
    for (Mismatch mismatch : mismatches) {
      List<String> left = wrap(mismatch.expected(), LEFT);
      List<String> right = wrap(mismatch.got(), RIGHT);
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        row(
            out,
            i == 0 ? mismatch.what() : "",
            i < left.size() ? left.get(i) : "",
            i < right.size() ? right.get(i) : "");
      }
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String what, String expected, String got) {
    StringBuilder row = new StringBuilder("  ");
    pad(row, what, 12);
    pad(row, expected, LEFT + 2);
    row.append(got);
    out.append(row.toString().stripTrailing()).append('\n');
  }

  private static void pad(StringBuilder row, String text, int width) {
    row.append(text).append(" ".repeat(Math.max(1, width - text.length())));
  }

  /** Breaks at blanks; a word that is too long stays whole, so that it can be copied. */
  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String rest = line;
      while (rest.length() > width) {
        int blank = rest.lastIndexOf(' ', width);
        int end = blank > 0 ? blank : rest.indexOf(' ');
        if (end < 0) {
          break;
        }
        lines.add(rest.substring(0, end));
        rest = rest.substring(end + 1);
      }
      lines.add(rest);
    }
    return lines;
  }
}
