package mganalyze.shell.filter;

import java.util.Arrays;

/**
 * A decimal number at the start of a key, of any length, and the letter behind it. What is no
 * number counts as zero.
 *
 * @param digits where the whole part starts, without leading zeros
 * @param point behind the whole part
 * @param end behind the fraction, without trailing zeros
 * @param unit 0 for none, 1 for K, 2 for M, …
 */
record Numeral(byte[] array, boolean isNegative, int digits, int point, int end, int unit)
    implements Comparable<Numeral> {
  private static final String UNITS = " KMGTPEZYRQ";

  static Numeral read(byte[] array, int start, int end) {
    int at = start;
    while (at < end && (array[at] == ' ' || array[at] == '\t')) {
      at++;
    }
    boolean isNegative = at < end && array[at] == '-';
    at = isNegative ? at + 1 : at;
    while (at < end && array[at] == '0') {
      at++;
    }
    int digits = at;
    while (at < end && isDigit(array[at])) {
      at++;
    }
    int point = at;
    int last = at;
    if (at + 1 < end && array[at] == '.') {
      at++;
      while (at < end && isDigit(array[at])) {
        at++;
      }
      last = at;
      while (last > point && (array[last - 1] == '0' || array[last - 1] == '.')) {
        last--;
      }
    }
    boolean isZero = digits == point && last == point;
    int letter = at < end ? array[at] & 0xFF : ' ';
    int unit = letter == 'k' ? 1 : Math.max(0, UNITS.indexOf(letter));
    return new Numeral(array, isNegative && !isZero, digits, point, last, isZero ? 0 : unit);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private boolean isZero() {
    return digits == point && end == point;
  }

  @Override
  public int compareTo(Numeral other) {
    int sign = sign();
    int otherSign = other.sign();
    if (sign != otherSign || sign == 0) {
      return Integer.compare(sign, otherSign);
    }
    return sign * compareMagnitude(other);
  }

  private int sign() {
    return isZero() ? 0 : isNegative ? -1 : 1;
  }

  private int compareMagnitude(Numeral other) {
    int lengths = Integer.compare(point - digits, other.point - other.digits);
    if (lengths != 0) {
      return lengths;
    }
    return Arrays.compareUnsigned(array, digits, end, other.array, other.digits, other.end);
  }

  /** By sign, then by unit, then by number: {@code 900K} before {@code 1M}. */
  int compareSizes(Numeral other) {
    int units = Integer.compare(sign() * unit, other.sign() * other.unit);
    boolean sameSign = sign() == other.sign();
    return sameSign && units != 0 ? units : compareTo(other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numeral numeral && compareTo(numeral) == 0;
  }

  @Override
  public int hashCode() {
    return Integer.hashCode(sign());
  }
}
