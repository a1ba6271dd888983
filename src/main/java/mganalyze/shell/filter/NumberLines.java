package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code nl}: numbers lines, the empty ones only with {@code -ba}; and {@code cat -n}. */
final class NumberLines extends Filter<NumberLines.Settings> {
  record Settings(boolean numbersEmpty, int width, String separator, long first) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed = new Options(name, "", "bwsv").parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    boolean numbersEmpty = false;
    int width = 6;
    String separator = "\t";
    long first = 1;
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 'b' -> {
          if (!option.value().equals("a") && !option.value().equals("t")) {
            throw new UnsupportedCommandException("nl -b" + option.value());
          }
          numbersEmpty = option.value().equals("a");
        }
        case 's' -> separator = option.value();
        case 'w' -> width = (int) number(option.value());
        default -> first = number(option.value());
      }
    }
    return new Settings(numbersEmpty, width, separator, first);
  }

  private static long number(String value) {
    if (!value.matches("-?[0-9]{1,3}")) {
      throw new UnsupportedCommandException("nl with the number " + value);
    }
    return Long.parseLong(value);
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    Lines lines = new Lines(call.input());
    long number = settings.first();
    while (lines.next()) {
      call.budget().step();
      boolean isEmpty = lines.end() == lines.start();
      if (isEmpty && !settings.numbersEmpty()) {
        String blanks = " ".repeat(settings.width() + settings.separator().length());
        Utf8.write(call.out(), blanks + "\n");
        continue;
      }
      String digits = Long.toString(number++);
      String padding = " ".repeat(Math.max(0, settings.width() - digits.length()));
      Utf8.write(call.out(), padding + digits + settings.separator());
      call.out().write(lines.array(), lines.start(), lines.end() - lines.start());
      call.out().write('\n');
    }
    return 0;
  }
}
