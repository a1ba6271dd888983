package mganalyze.shell;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/**
 * One conversion of a {@code printf} format, such as {@code %-10.3s}.
 *
 * @param precision -1 for none
 */
public record Conversion(String flags, int width, int precision, char letter) {
  private static final int MAX_WIDTH = 1 << 20;

  public Conversion {
    // The smallest number has no positive counterpart, and stays negative as a width.
    if (width < 0 || width > MAX_WIDTH || precision > MAX_WIDTH) {
      int largest = width < 0 ? Integer.MAX_VALUE : Math.max(width, precision);
      throw new LimitExceededException("stopped: printf width of " + largest);
    }
  }

  private boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }

  /** For {@code %s}: width and precision count characters. */
  public String text(String value) {
    boolean isCut = precision >= 0 && value.codePointCount(0, value.length()) > precision;
    String text = isCut ? value.substring(0, value.offsetByCodePoints(0, precision)) : value;
    return pad(text, false);
  }

  /** For {@code %d}, {@code %i}, {@code %u}, {@code %o}, {@code %x}, {@code %X}. */
  public String integer(BigInteger value) {
    boolean isSigned = letter == 'd' || letter == 'i';
    BigInteger shown =
        !isSigned && value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(64)) : value;
    int base = letter == 'o' ? 8 : letter == 'x' || letter == 'X' ? 16 : 10;
    String digits = shown.abs().toString(base);
    if (precision == 0 && shown.signum() == 0) {
      digits = "";
    }
    digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
    if (has('#') && base == 8 && !digits.startsWith("0")) {
      digits = "0" + digits;
    }
    String prefix = has('#') && base == 16 && shown.signum() != 0 ? "0x" : "";
    String sign = shown.signum() < 0 ? "-" : !isSigned ? "" : has('+') ? "+" : has(' ') ? " " : "";
    String number = padNumber(sign + prefix, digits, precision < 0);
    return letter == 'X' ? number.toUpperCase(Locale.ROOT) : number;
  }

  /** For {@code %d} and its kin, of any number: what is behind the point is dropped. */
  public String integer(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return pad(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf", false);
    }
    return integer(new BigDecimal(value).toBigInteger());
  }

  /** For {@code %e}, {@code %f}, {@code %g} and their capitals. */
  public String real(double value) {
    String sign = value < 0 || 1 / value < 0 ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    boolean isUpper = Character.isUpperCase(letter);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String name = Double.isNaN(value) ? "nan" : "inf";
      return pad(sign + (isUpper ? name.toUpperCase(Locale.ROOT) : name), false);
    }
    int digits = precision < 0 ? 6 : precision;
    double size = Math.abs(value);
    String number =
        switch (Character.toLowerCase(letter)) {
          case 'f' -> NumberFormat.fixed(size, digits);
          case 'e' -> NumberFormat.scientific(size, digits);
          default -> NumberFormat.general(size, digits, has('#'));
        };
    return padNumber(sign, isUpper ? number.toUpperCase(Locale.ROOT) : number, true);
  }

  private String padNumber(String sign, String digits, boolean mayFillWithZeros) {
    if (has('0') && !has('-') && mayFillWithZeros) {
      return sign + "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
    }
    return pad(sign + digits, true);
  }

  private String pad(String text, boolean isAscii) {
    int length = isAscii ? text.length() : text.codePointCount(0, text.length());
    String blanks = " ".repeat(Math.max(0, width - length));
    return has('-') ? text + blanks : blanks + text;
  }
}
