package mganalyze.gather;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds a word in bytes: Horspool's search, which looks at few of the bytes where the word is long.
 */
final class ByteSearch {
  /** For shorter words there is little to skip. */
  private static final int SHORT = 3;

  private final byte[] word;

  /** By the byte under the word's end: how far the word can be moved. */
  private final int[] skips = new int[256];

  /** Takes a word of at least one character. */
  ByteSearch(String text) {
    word = text.getBytes(StandardCharsets.UTF_8);
    Arrays.fill(skips, word.length);
    for (int i = 0; i < word.length - 1; i++) {
      skips[word[i] & 0xff] = word.length - 1 - i;
    }
  }

  /** Bytes of the word. */
  int length() {
    return word.length;
  }

  boolean isIn(byte[] bytes, int from, int to) {
    return indexIn(bytes, from, to) >= 0;
  }

  /** Index of the first occurrence that lies in [from, to), or -1. */
  int indexIn(byte[] bytes, int from, int to) {
    return word.length > SHORT ? skipping(bytes, from, to) : stepping(bytes, from, to);
  }

  private int stepping(byte[] bytes, int from, int to) {
    byte first = word[0];
    int last = to - word.length;
    for (int i = from; i <= last; i++) {
      if (bytes[i] == first && matches(bytes, i)) {
        return i;
      }
    }
    return -1;
  }

  private int skipping(byte[] bytes, int from, int to) {
    int end = word.length - 1;
    byte first = word[0];
    byte last = word[end];
    for (int i = from + end; i < to; i += skips[bytes[i] & 0xff]) {
      int start = i - end;
      if (bytes[i] == last && bytes[start] == first && matches(bytes, start)) {
        return start;
      }
    }
    return -1;
  }

  private boolean matches(byte[] bytes, int at) {
    return Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
  }
}
