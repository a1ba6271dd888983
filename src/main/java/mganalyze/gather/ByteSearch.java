package mganalyze.gather;

import java.util.Arrays;

/**
 * Finds words in bytes: Horspool's search, which looks at few of the bytes where the word is long.
 */
final class ByteSearch {
  /** Shorter texts are not worth a table. */
  private static final int SHORT = 512;

  private ByteSearch() {}

  static boolean contains(byte[] bytes, int from, int to, byte[] word) {
    return indexOf(bytes, from, to, word) >= 0;
  }

  /** Index of the first occurrence that lies in [from, to), or -1. */
  static int indexOf(byte[] bytes, int from, int to, byte[] word) {
    if (word.length == 0) {
      return from;
    }
    if (word.length > 3 && to - from > SHORT) {
      return skipping(bytes, from, to, word);
    }
    byte first = word[0];
    int last = to - word.length;
    for (int i = from; i <= last; i++) {
      if (bytes[i] == first && matches(bytes, i, word)) {
        return i;
      }
    }
    return -1;
  }

  private static int skipping(byte[] bytes, int from, int to, byte[] word) {
    int end = word.length - 1;
    int[] skips = new int[256];
    Arrays.fill(skips, word.length);
    for (int i = 0; i < end; i++) {
      skips[word[i] & 0xff] = end - i;
    }
    byte last = word[end];
    for (int i = from + end; i < to; i += skips[bytes[i] & 0xff]) {
      int start = i - end;
      if (bytes[i] == last && bytes[start] == word[0] && matches(bytes, start, word)) {
        return start;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] bytes, int at, byte[] word) {
    for (int i = 1; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
