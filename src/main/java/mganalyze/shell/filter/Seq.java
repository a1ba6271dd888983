package mganalyze.shell.filter;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code seq [-s separator] [-w] [first [step]] last}. */
final class Seq extends Filter<Seq.Settings> {
  record Settings(
      BigDecimal first, BigDecimal step, BigDecimal last, String separator, boolean isPadded) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    String separator = "\n";
    boolean isPadded = false;
    int at = 0;
    while (at < arguments.size() && arguments.get(at).matches("-[^0-9.].*")) {
      String option = arguments.get(at++);
      if (option.equals("-w")) {
        isPadded = true;
      } else if (option.startsWith("-s") && (option.length() > 2 || at < arguments.size())) {
        separator = option.length() > 2 ? option.substring(2) : arguments.get(at++);
      } else {
        throw new UnsupportedCommandException("seq " + option);
      }
    }
    List<String> numbers = arguments.subList(at, arguments.size());
    if (numbers.isEmpty() || numbers.size() > 3) {
      throw new UsageException(1, numbers.isEmpty() ? "missing operand" : "extra operand");
    }
    BigDecimal first = numbers.size() == 1 ? BigDecimal.ONE : number(numbers.get(0));
    BigDecimal step = numbers.size() == 3 ? number(numbers.get(1)) : BigDecimal.ONE;
    if (step.signum() == 0) {
      throw new UsageException(1, "invalid Zero increment value: ‘" + numbers.get(1) + "’");
    }
    BigDecimal last = number(numbers.get(numbers.size() - 1));
    return new Settings(first, step, last, separator, isPadded);
  }

  private static BigDecimal number(String text) {
    if (!text.matches("[-+]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})")) {
      throw new UsageException(1, "invalid floating point argument: ‘" + text + "’");
    }
    return new BigDecimal(text);
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    int scale = Math.max(settings.first().scale(), settings.step().scale());
    int width = 0;
    if (settings.isPadded()) {
      width =
          Math.max(print(settings.first(), scale).length(), print(settings.last(), scale).length());
    }
    BigDecimal value = settings.first();
    boolean isFirst = true;
    while (value.compareTo(settings.last()) * settings.step().signum() <= 0) {
      call.budget().step();
      Utf8.write(call.out(), isFirst ? "" : settings.separator());
      Utf8.write(call.out(), padded(print(value, scale), width));
      isFirst = false;
      value = value.add(settings.step());
    }
    Utf8.write(call.out(), isFirst ? "" : "\n");
    return 0;
  }

  private static String print(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String padded(String number, int width) {
    String sign = number.startsWith("-") ? "-" : "";
    return sign
        + "0".repeat(Math.max(0, width - number.length()))
        + number.substring(sign.length());
  }
}
