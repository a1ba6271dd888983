package mganalyze.report;

import java.util.Arrays;

/** Shares out the bytes of the page, so that one part that wants too much starves no other. */
final class Quotas {
  private Quotas() {}

  /**
   * The largest size that a part may have if all parts together may have {@code total}: those that
   * want less get all they want, the others this much.
   */
  static long fairShare(long[] wanted, long total) {
    long[] sorted = wanted.clone();
    Arrays.sort(sorted);
    long left = total;
    for (int at = 0; at < sorted.length; at++) {
      long share = left / (sorted.length - at);
      if (sorted[at] > share) {
        return share;
      }
      left -= sorted[at];
    }
    return Long.MAX_VALUE;
  }
}
