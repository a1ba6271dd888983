package mganalyze.shell.filter;

import mganalyze.shell.Bytes;
import mganalyze.shell.Utf8;

/** Finds one text in bytes (Horspool), up to the case of ASCII letters if asked to. */
final class LiteralSearch {
  private final byte[] wanted;
  private final int[] shift = new int[256];
  private final byte[] fold = new byte[256];

  LiteralSearch(String text, boolean ignoresCase) {
    wanted = Utf8.encode(text);
    for (int i = 0; i < 256; i++) {
      boolean isUpper = ignoresCase && i >= 'A' && i <= 'Z';
      fold[i] = (byte) (isUpper ? i + 32 : i);
    }
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = fold[wanted[i] & 0xFF];
    }
    for (int b = 0; b < 256; b++) {
      shift[b] = wanted.length;
      for (int i = 0; i < wanted.length - 1; i++) {
        if (wanted[i] == fold[b]) {
          shift[b] = wanted.length - 1 - i;
        }
      }
    }
  }

  /** The first position from {@code from} on, or -1. */
  int find(Bytes text, int from) {
    byte[] array = text.array();
    int last = wanted.length - 1;
    if (last < 0) {
      return from <= text.end() ? from : -1;
    }
    byte lastByte = wanted[last];
    int end = text.end();
    int at = from + last;
    while (at < end) {
      int here = array[at] & 0xFF;
      if (fold[here] == lastByte && matches(array, at - last)) {
        return at - last;
      }
      at += shift[here];
    }
    return -1;
  }

  private boolean matches(byte[] array, int start) {
    for (int i = 0; i < wanted.length; i++) {
      if (fold[array[start + i] & 0xFF] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
