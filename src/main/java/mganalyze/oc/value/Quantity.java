package mganalyze.oc.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A Kubernetes quantity: {@code 500m}, {@code 1Gi}, {@code 1e3}. It prints in its canonical form:
 * {@code 0.5} is {@code 500m}, {@code 1024Mi} is {@code 1Gi}, {@code 1.5Gi} is {@code 1536Mi}.
 */
public record Quantity(BigDecimal value, Form form) implements Comparable<Quantity> {
  /** How it is written: with k, M, G; with Ki, Mi, Gi; or with an exponent. */
  public enum Form {
    DECIMAL,
    BINARY,
    EXPONENT
  }

  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Form.DECIMAL);

  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final int SMALLEST_SCALE = 9;
  private static final String[] DECIMAL_SUFFIXES = {
    "n", "u", "m", "", "k", "M", "G", "T", "P", "E"
  };
  private static final String[] BINARY_SUFFIXES = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
  private static final int LONGEST = 64;
  private static final int LONGEST_SUFFIX = 5;

  /** The quantity of a text; empty where it is none. */
  public static Optional<Quantity> parse(String text) {
    int end = numberEnd(text);
    if (end == 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    String number = text.substring(0, end);
    String suffix = text.substring(end);
    if (!hasDigit(number) || suffix.length() > LONGEST_SUFFIX) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(number);
    for (int i = 0; i < BINARY_SUFFIXES.length; i++) {
      if (i > 0 && BINARY_SUFFIXES[i].equals(suffix)) {
        return Optional.of(new Quantity(round(value.multiply(KIBI.pow(i))), Form.BINARY));
      }
    }
    for (int i = 0; i < DECIMAL_SUFFIXES.length; i++) {
      if (DECIMAL_SUFFIXES[i].equals(suffix)) {
        return Optional.of(new Quantity(round(value.scaleByPowerOfTen(3 * (i - 3))), Form.DECIMAL));
      }
    }
    return exponent(suffix)
        .map(power -> new Quantity(round(value.scaleByPowerOfTen(power)), Form.EXPONENT));
  }

  /** The quantity of a text; zero where it is none. */
  public static Quantity of(String text) {
    return parse(text).orElse(ZERO);
  }

  /** The sum; it keeps this one's form unless this one is zero. */
  public Quantity plus(Quantity other) {
    Form kept = value.signum() == 0 ? other.form : form;
    return new Quantity(value.add(other.value), kept);
  }

  public Quantity max(Quantity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The whole number, rounded up. */
  public long wholes() {
    return value.setScale(0, RoundingMode.CEILING).longValue();
  }

  /** Thousandths, rounded up. */
  public long thousandths() {
    return value.scaleByPowerOfTen(3).setScale(0, RoundingMode.CEILING).longValue();
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    if (value.signum() == 0) {
      return "0";
    }
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    boolean small = value.abs().compareTo(KIBI) < 0;
    return form == Form.BINARY && whole && !small ? binary() : decimal();
  }

  private String binary() {
    BigInteger number = value.toBigIntegerExact();
    int power = 0;
    while (power < BINARY_SUFFIXES.length - 1 && number.getLowestSetBit() >= 10) {
      number = number.shiftRight(10);
      power++;
    }
    return number + BINARY_SUFFIXES[power];
  }

  private String decimal() {
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
    exponent = Math.min(exponent, 18);
    String number = stripped.scaleByPowerOfTen(-exponent).toBigIntegerExact().toString();
    if (form == Form.EXPONENT) {
      return exponent == 0 ? number : number + "e" + exponent;
    }
    return number + DECIMAL_SUFFIXES[exponent / 3 + 3];
  }

  private static int numberEnd(String text) {
    int end = 0;
    boolean point = false;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean sign = end == 0 && (c == '+' || c == '-');
      if (c == '.' && !point) {
        point = true;
      } else if (!sign && (c < '0' || c > '9')) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean hasDigit(String number) {
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) >= '0' && number.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static Optional<Integer> exponent(String suffix) {
    if (suffix.length() < 2 || suffix.length() > 5 || "eE".indexOf(suffix.charAt(0)) < 0) {
      return Optional.empty();
    }
    try {
      int power = Integer.parseInt(suffix.substring(1));
      return Math.abs(power) > LONGEST ? Optional.empty() : Optional.of(power);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static BigDecimal round(BigDecimal value) {
    return value.scale() <= SMALLEST_SCALE
        ? value
        : value.setScale(SMALLEST_SCALE, RoundingMode.UP);
  }
}
