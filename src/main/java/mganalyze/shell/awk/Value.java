package mganalyze.shell.awk;

import java.util.List;
import mganalyze.shell.Conversion;

/** A value of awk: a number, a text, or a text from the input that looks like a number. */
final class Value {
  static final Value NOTHING = new Value("", 0, Kind.NOTHING);
  static final Value ONE = number(1);
  static final Value ZERO = number(0);
  private static final double MAX_EXACT = 1e16;

  private enum Kind {
    NOTHING,
    NUMBER,
    TEXT,
    INPUT
  }

  private final String text;
  private double number;
  private Kind kind;

  private Value(String text, double number, Kind kind) {
    this.text = text;
    this.number = number;
    this.kind = kind;
  }

  static Value number(double number) {
    return new Value(null, number, Kind.NUMBER);
  }

  static Value of(boolean condition) {
    return condition ? ONE : ZERO;
  }

  static Value ofText(String text) {
    return new Value(text, Double.NaN, Kind.TEXT);
  }

  /** A field, or another text that came in from outside. */
  static Value input(String text) {
    return new Value(text, Double.NaN, Kind.INPUT);
  }

  double number() {
    if (kind == Kind.INPUT || kind == Kind.TEXT) {
      return Numbers.prefix(text);
    }
    return number;
  }

  boolean isNumeric() {
    if (kind == Kind.INPUT) {
      return Numbers.isNumber(text);
    }
    return kind != Kind.TEXT;
  }

  boolean isTrue() {
    if (kind == Kind.TEXT || kind == Kind.INPUT && !Numbers.isNumber(text)) {
      return !text.isEmpty();
    }
    return number() != 0;
  }

  /**
   * The value as text.
   *
   * @param format how a number that is not whole is written, as CONVFMT
   */
  String text(String format) {
    if (text != null) {
      return text;
    }
    if (number == Math.rint(number) && Math.abs(number) < MAX_EXACT) {
      return Long.toString((long) number);
    }
    if (number == Math.rint(number) && !Double.isInfinite(number)) {
      return new Conversion("", 0, -1, 'd').integer(number);
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    return Printf.format(format, List.of(this), format);
  }

  /** Numbers are compared as numbers, everything else as text. */
  int compare(Value other, String format) {
    if (isNumeric() && other.isNumeric()) {
      return Double.compare(number() + 0.0, other.number() + 0.0);
    }
    return text(format).compareTo(other.text(format));
  }
}
