package mganalyze.shell.awk;

import java.util.List;
import mganalyze.shell.Conversion;
import mganalyze.shell.PrintfFormat;

/** awk's {@code printf} and {@code sprintf}. */
final class Printf {
  private static final String LETTERS = "diouxXeEfFgGcs";

  private Printf() {}

  /**
   * Fills in a format; arguments that are missing are empty.
   *
   * @param numberFormat CONVFMT
   */
  static String format(String format, List<Value> arguments, String numberFormat) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (PrintfFormat.Piece piece : PrintfFormat.parse(format, LETTERS)) {
      if (piece.conversion().isEmpty()) {
        text.append(piece.text());
        continue;
      }
      Conversion conversion = piece.conversion().get();
      if (piece.starWidth()) {
        conversion = withWidth(conversion, (int) argument(arguments, next++).number());
      }
      if (piece.starPrecision()) {
        int precision = (int) argument(arguments, next++).number();
        conversion =
            new Conversion(conversion.flags(), conversion.width(), precision, conversion.letter());
      }
      text.append(convert(conversion, argument(arguments, next++), numberFormat));
    }
    return text.toString();
  }

  private static Conversion withWidth(Conversion conversion, int width) {
    String flags = width < 0 ? conversion.flags() + "-" : conversion.flags();
    return new Conversion(flags, Math.abs(width), conversion.precision(), conversion.letter());
  }

  private static Value argument(List<Value> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : Value.NOTHING;
  }

  private static String convert(Conversion conversion, Value value, String numberFormat) {
    return switch (conversion.letter()) {
      case 's' -> conversion.text(value.text(numberFormat));
      case 'c' -> conversion.text(character(value, numberFormat));
      case 'd', 'i', 'o', 'x', 'X', 'u' -> conversion.integer(value.number());
      default -> conversion.real(value.number());
    };
  }

  private static String character(Value value, String numberFormat) {
    if (value.isNumeric()) {
      int codePoint = (int) value.number();
      return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    }
    String text = value.text(numberFormat);
    return text.isEmpty() ? "" : Character.toString(text.codePointAt(0));
  }
}
