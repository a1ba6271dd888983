package mganalyze.gather;

/** Finds words in bytes; the plain search that the virtual machine compiles well. */
final class ByteSearch {
  private ByteSearch() {}

  static boolean contains(byte[] bytes, int from, int to, byte[] word) {
    return indexOf(bytes, from, to, word) >= 0;
  }

  /** Index of the first occurrence that lies in [from, to), or -1. */
  static int indexOf(byte[] bytes, int from, int to, byte[] word) {
    if (word.length == 0) {
      return from;
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

  private static boolean matches(byte[] bytes, int at, byte[] word) {
    for (int i = 1; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
