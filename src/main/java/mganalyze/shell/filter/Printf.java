package mganalyze.shell.filter;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import mganalyze.shell.Conversion;
import mganalyze.shell.Escapes;
import mganalyze.shell.Invocation;
import mganalyze.shell.PrintfFormat;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code printf}, as bash has it: the format is used again until no argument is left. */
final class Printf extends Filter<Printf.Settings> {
  private static final String LETTERS = "diouxXeEfFgGcsbq";

  record Settings(List<PrintfFormat.Piece> format, List<String> arguments) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    int first = !arguments.isEmpty() && arguments.get(0).equals("--") ? 1 : 0;
    if (arguments.size() <= first) {
      throw new UsageException(2, "usage: printf [-v var] format [arguments]");
    }
    String format = arguments.get(first);
    if (first == 0 && format.startsWith("-") && format.length() > 1) {
      throw new UnsupportedCommandException("printf " + format);
    }
    List<PrintfFormat.Piece> pieces = PrintfFormat.parse(Escapes.format(format), LETTERS);
    for (PrintfFormat.Piece piece : pieces) {
      boolean isQuoting =
          piece.conversion().isPresent() && piece.conversion().get().letter() == 'q';
      if (isQuoting || piece.isUnknown()) {
        throw new UnsupportedCommandException("printf '" + format + "'");
      }
    }
    return new Settings(pieces, arguments.subList(first + 1, arguments.size()));
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    return new Writer(settings, call).run();
  }

  private static final class Writer {
    private final Settings settings;
    private final Invocation call;
    private int next;
    private int status;
    private boolean isStopped;

    Writer(Settings settings, Invocation call) {
      this.settings = settings;
      this.call = call;
    }

    int run() throws IOException {
      int before;
      do {
        before = next;
        for (PrintfFormat.Piece piece : settings.format()) {
          call.budget().step();
          if (!isStopped) {
            Utf8.write(call.out(), piece.text());
            print(piece);
          }
        }
      } while (next < settings.arguments().size() && next > before && !isStopped);
      return status;
    }

    private void print(PrintfFormat.Piece piece) throws IOException {
      if (piece.conversion().isEmpty()) {
        return;
      }
      Conversion conversion = piece.conversion().get();
      if (piece.starWidth()) {
        int width = integer(argument()).intValue();
        String flags = width < 0 ? conversion.flags() + "-" : conversion.flags();
        conversion =
            new Conversion(flags, Math.abs(width), conversion.precision(), conversion.letter());
      }
      if (piece.starPrecision()) {
        int precision = integer(argument()).intValue();
        conversion =
            new Conversion(conversion.flags(), conversion.width(), precision, conversion.letter());
      }
      Utf8.write(call.out(), convert(conversion));
    }

    private String argument() {
      return next < settings.arguments().size() ? settings.arguments().get(next++) : "";
    }

    private String convert(Conversion conversion) throws IOException {
      String value = argument();
      return switch (conversion.letter()) {
        case 's' -> conversion.text(value);
        case 'c' ->
            conversion.text(
                value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1)));
        case 'b' -> {
          boolean[] stopped = {false};
          String text = conversion.text(Escapes.echo(value, stopped));
          isStopped = stopped[0];
          yield text;
        }
        case 'd', 'i', 'o', 'u', 'x', 'X' -> conversion.integer(integer(value));
        default -> conversion.real(real(value));
      };
    }

    private BigInteger integer(String value) throws IOException {
      String text = value.stripLeading();
      if (text.startsWith("'") || text.startsWith("\"")) {
        return BigInteger.valueOf(text.length() > 1 ? text.codePointAt(1) : 0);
      }
      int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
      String digits = text.substring(sign);
      int base = digits.matches("0[xX].*") ? 16 : digits.startsWith("0") ? 8 : 10;
      int start = base == 16 ? 2 : 0;
      int end = start;
      while (end < digits.length() && Character.digit(digits.charAt(end), base) >= 0) {
        end++;
      }
      if (end < digits.length() || end == start && !value.isEmpty()) {
        invalid(value);
      }
      BigInteger number =
          end == start ? BigInteger.ZERO : new BigInteger(digits.substring(start, end), base);
      return text.startsWith("-") ? number.negate() : number;
    }

    private double real(String value) throws IOException {
      if (value.isEmpty()) {
        return 0;
      }
      if (!value.matches("\\s*[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
        invalid(value);
        return 0;
      }
      return Double.parseDouble(value.strip());
    }

    private void invalid(String value) throws IOException {
      call.complain("printf: " + value + ": invalid number");
      status = 1;
    }
  }
}
