package mganalyze.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code printf} format, cut into literal text and conversions. */
public final class PrintfFormat {
  /**
   * A piece of a format.
   *
   * @param conversion empty for literal text
   * @param starWidth whether the width is an argument of its own
   * @param isUnknown whether the text looks like a conversion, but is none that is known
   */
  public record Piece(
      String text,
      Optional<Conversion> conversion,
      boolean starWidth,
      boolean starPrecision,
      boolean isUnknown) {
    static Piece literal(String text, boolean isUnknown) {
      return new Piece(text, Optional.empty(), false, false, isUnknown);
    }
  }

  private final String format;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private PrintfFormat(String format) {
    this.format = format;
  }

  /**
   * Cuts a format.
   *
   * @param letters the conversions that are known; another stays literal text
   */
  public static List<Piece> parse(String format, String letters) {
    PrintfFormat parser = new PrintfFormat(format);
    parser.run(letters);
    return parser.pieces;
  }

  private void run(String letters) {
    StringBuilder literal = new StringBuilder();
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%') {
        literal.append(c);
      } else if (at < format.length() && format.charAt(at) == '%') {
        literal.append('%');
        at++;
      } else {
        Piece piece = conversion(letters, at - 1);
        pieces.add(Piece.literal(literal.toString(), false));
        literal.setLength(0);
        pieces.add(piece);
      }
    }
    pieces.add(Piece.literal(literal.toString(), false));
  }

  private Piece conversion(String letters, int start) {
    int flagsStart = at;
    while (at < format.length() && "-+ #0".indexOf(format.charAt(at)) >= 0) {
      at++;
    }
    String flags = format.substring(flagsStart, at);
    boolean starWidth = acceptStar();
    int width = starWidth ? 0 : number();
    int precision = -1;
    boolean starPrecision = false;
    if (at < format.length() && format.charAt(at) == '.') {
      at++;
      starPrecision = acceptStar();
      precision = starPrecision ? 0 : number();
    }
    while (at < format.length() && "hlLqjzt".indexOf(format.charAt(at)) >= 0) {
      at++;
    }
    if (at >= format.length() || letters.indexOf(format.charAt(at)) < 0) {
      at = Math.min(at + 1, format.length());
      return Piece.literal(format.substring(start, at), true);
    }
    Conversion conversion = new Conversion(flags, width, precision, format.charAt(at++));
    return new Piece("", Optional.of(conversion), starWidth, starPrecision, false);
  }

  private boolean acceptStar() {
    boolean isStar = at < format.length() && format.charAt(at) == '*';
    at += isStar ? 1 : 0;
    return isStar;
  }

  private int number() {
    int value = 0;
    while (at < format.length() && Character.isDigit(format.charAt(at))) {
      value = Math.min(value * 10 + format.charAt(at++) - '0', 1 << 24);
    }
    return value;
  }
}
