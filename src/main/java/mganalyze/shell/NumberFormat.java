package mganalyze.shell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes floating-point numbers as C's {@code printf} does. */
final class NumberFormat {
  private NumberFormat() {}

  /** As {@code %f}. */
  static String fixed(double value, int precision) {
    return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** As {@code %e}. */
  static String scientific(double value, int precision) {
    if (value == 0) {
      return fixed(0, precision) + "e+00";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa =
        rounded.movePointLeft(exponent).setScale(precision, RoundingMode.UNNECESSARY);
    String digits = Integer.toString(Math.abs(exponent));
    return mantissa.toPlainString()
        + (exponent < 0 ? "e-" : "e+")
        + (digits.length() < 2 ? "0" : "")
        + digits;
  }

  /** As {@code %g}; {@code alternate} keeps the zeros at the end. */
  static String general(double value, int precision, boolean alternate) {
    int digits = Math.max(1, precision);
    if (value == 0) {
      return alternate ? fixed(0, digits - 1) : "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    boolean isScientific = exponent < -4 || exponent >= digits;
    String text =
        isScientific
            ? scientific(value, digits - 1)
            : fixed(value, Math.max(0, digits - 1 - exponent));
    return alternate ? text : withoutZeros(text);
  }

  private static String withoutZeros(String text) {
    int exponent = text.indexOf('e');
    String mantissa = exponent < 0 ? text : text.substring(0, exponent);
    if (mantissa.indexOf('.') < 0) {
      return text;
    }
    int end = mantissa.length();
    while (mantissa.charAt(end - 1) == '0') {
      end--;
    }
    end = mantissa.charAt(end - 1) == '.' ? end - 1 : end;
    return mantissa.substring(0, end) + (exponent < 0 ? "" : text.substring(exponent));
  }
}
