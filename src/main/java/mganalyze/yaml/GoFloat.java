package mganalyze.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Spells floats as Go does: with the fewest digits that read back as the same number. */
public final class GoFloat {

  /** Digits without the point, which stands behind the first one. */
  private final String digits;

  private final int exponent;
  private final String sign;

  private GoFloat(double value) {
    sign = value < 0 || 1 / value < 0 ? "-" : "";
    BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
    digits = shortest.unscaledValue().toString();
    exponent = value == 0 ? 0 : digits.length() - 1 - shortest.scale();
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int precision = 1; precision < 17; precision++) {
      BigDecimal nearest = rounded(exact, precision, RoundingMode.HALF_EVEN);
      if (nearest.doubleValue() == value) {
        return nearest;
      }
      boolean isBelow = nearest.compareTo(exact) < 0;
      BigDecimal other =
          rounded(exact, precision, isBelow ? RoundingMode.CEILING : RoundingMode.FLOOR);
      if (other.doubleValue() == value) {
        return other;
      }
    }
    return rounded(exact, 17, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal rounded(BigDecimal exact, int precision, RoundingMode mode) {
    return exact.round(new MathContext(precision, mode));
  }

  /** As {@code encoding/json} writes it: {@code 2.5}, {@code 1000000}, {@code 1e+21}. */
  public static String json(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "null";
    }
    double size = Math.abs(value);
    GoFloat number = new GoFloat(value);
    boolean isPlain = size == 0 || size >= 1e-6 && size < 1e21;
    return isPlain ? number.plain() : number.scientific(1);
  }

  /** As {@code %v} and {@code %g} print it: {@code 2.5}, {@code 1e+06}, {@code 1e-07}. */
  public static String general(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    GoFloat number = new GoFloat(value);
    boolean isPlain = number.exponent >= -4 && number.exponent < 6;
    return isPlain ? number.plain() : number.scientific(2);
  }

  private String plain() {
    int point = exponent + 1;
    if (point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    if (point >= digits.length()) {
      return sign + digits + "0".repeat(point - digits.length());
    }
    return sign + digits.substring(0, point) + "." + digits.substring(point);
  }

  private String scientific(int exponentDigits) {
    String size = Integer.toString(Math.abs(exponent));
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign
        + digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentDigits - size.length()))
        + size;
  }
}
