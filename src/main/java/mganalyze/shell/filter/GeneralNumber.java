package mganalyze.shell.filter;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A floating-point number at the start of a key, for {@code sort -g}. */
final class GeneralNumber {
  private GeneralNumber() {}

  /** What is no number comes first, then not-a-number, then numbers. */
  static int compare(byte[] array, int start, int end, int otherStart, int otherEnd) {
    Double one = read(array, start, end);
    Double other = read(array, otherStart, otherEnd);
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    if (one.isNaN() || other.isNaN()) {
      return Boolean.compare(!one.isNaN(), !other.isNaN());
    }
    return Double.compare(one + 0.0, other + 0.0);
  }

  private static Double read(byte[] array, int start, int end) {
    String text =
        new String(array, start, Math.min(end - start, 400), StandardCharsets.ISO_8859_1).strip();
    int length = numberLength(text);
    if (length > 0) {
      return Double.valueOf(text.substring(0, length));
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("nan")) {
      return Double.NaN;
    }
    if (lower.startsWith("inf") || lower.startsWith("+inf")) {
      return Double.POSITIVE_INFINITY;
    }
    return lower.startsWith("-inf") ? Double.NEGATIVE_INFINITY : null;
  }

  private static int numberLength(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int digits = 0;
    boolean hasPoint = false;
    while (at < text.length()
        && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.' && !hasPoint)) {
      hasPoint |= text.charAt(at) == '.';
      digits += text.charAt(at) == '.' ? 0 : 1;
      at++;
    }
    if (digits == 0) {
      return 0;
    }
    int exponent = at + 1;
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      boolean hasSign =
          exponent < text.length()
              && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+');
      int digit = hasSign ? exponent + 1 : exponent;
      int first = digit;
      while (digit < text.length() && Character.isDigit(text.charAt(digit))) {
        digit++;
      }
      return digit > first ? digit : at;
    }
    return at;
  }
}
