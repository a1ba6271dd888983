package mganalyze.shell.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers as jq 1.6 does, to which every number is a double. */
final class JsonNumber {
  private static final long MAX_EXACT = 1L << 53;
  private static final int MAX_DIGITS = 17;

  private JsonNumber() {}

  static String print(JsonNode number) {
    boolean isSmallWhole =
        number.isIntegralNumber()
            && number.canConvertToLong()
            && Math.abs(number.longValue()) <= MAX_EXACT;
    return isSmallWhole ? Long.toString(number.longValue()) : print(number.doubleValue());
  }

  static String print(double value) {
    if (Double.isNaN(value)) {
      return "null";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    double size = Math.min(Math.abs(value), Double.MAX_VALUE);
    String sign = value < 0 ? "-" : "";
    BigDecimal shortest = shortest(size);
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return sign + format(digits, point);
  }

  /** The number with the fewest digits that still is the same double. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      digits = digits == 1 ? 15 : digits;
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String format(String digits, int point) {
    int length = digits.length();
    if (point <= -4 || point > length + 15) {
      String mantissa = length == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      int exponent = point - 1;
      String size = Integer.toString(Math.abs(exponent));
      return mantissa + (exponent < 0 ? "e-" : "e+") + (size.length() < 2 ? "0" : "") + size;
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point >= length) {
      return digits + "0".repeat(point - length);
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }
}
