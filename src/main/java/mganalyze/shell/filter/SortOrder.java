package mganalyze.shell.filter;

import java.util.Arrays;
import mganalyze.shell.UnsupportedCommandException;

/** How {@code sort} compares two keys; bytes count as in the C locale. */
record SortOrder(Kind kind, boolean isReversed, boolean foldsCase, boolean ignoresPunctuation) {
  enum Kind {
    TEXT,
    NUMBER,
    GENERAL_NUMBER,
    SIZE,
    VERSION
  }

  /** From option letters such as {@code nr}. */
  static SortOrder of(String letters) {
    Kind kind = Kind.TEXT;
    for (char letter : letters.toCharArray()) {
      kind =
          switch (letter) {
            case 'n' -> Kind.NUMBER;
            case 'g' -> Kind.GENERAL_NUMBER;
            case 'h' -> Kind.SIZE;
            case 'V' -> Kind.VERSION;
            case 'b', 'r', 'f', 'd' -> kind;
            default -> throw new UnsupportedCommandException("sort -" + letter);
          };
    }
    return new SortOrder(
        kind, letters.indexOf('r') >= 0, letters.indexOf('f') >= 0, letters.indexOf('d') >= 0);
  }

  int compare(byte[] array, int start, int end, int otherStart, int otherEnd) {
    int order =
        switch (kind) {
          case TEXT -> text(array, start, end, otherStart, otherEnd);
          case NUMBER ->
              Numeral.read(array, start, end).compareTo(Numeral.read(array, otherStart, otherEnd));
          case SIZE ->
              Numeral.read(array, start, end)
                  .compareSizes(Numeral.read(array, otherStart, otherEnd));
          case GENERAL_NUMBER -> GeneralNumber.compare(array, start, end, otherStart, otherEnd);
          case VERSION -> VersionOrder.compare(array, start, end, otherStart, otherEnd);
        };
    return isReversed ? -order : order;
  }

  private int text(byte[] array, int start, int end, int otherStart, int otherEnd) {
    if (!foldsCase && !ignoresPunctuation) {
      return Arrays.compareUnsigned(array, start, end, array, otherStart, otherEnd);
    }
    byte[] one = changed(array, start, end);
    byte[] other = changed(array, otherStart, otherEnd);
    return Arrays.compareUnsigned(one, other);
  }

  private byte[] changed(byte[] array, int start, int end) {
    byte[] result = new byte[end - start];
    int size = 0;
    for (int i = start; i < end; i++) {
      byte b = array[i];
      boolean isLower = b >= 'a' && b <= 'z';
      boolean isKept =
          isLower || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == ' ' || b == '\t';
      if (isKept || !ignoresPunctuation) {
        result[size++] = isLower && foldsCase ? (byte) (b - 32) : b;
      }
    }
    return Arrays.copyOf(result, size);
  }
}
