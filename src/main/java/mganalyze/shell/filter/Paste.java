package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import mganalyze.shell.Escapes;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code paste}: joins the lines of its input, {@code -s} all or {@code - -} some at a time. */
final class Paste extends Filter<Paste.Settings> {
  /**
   * @param perLine how many lines become one; 0 for all
   */
  record Settings(int perLine, String delimiters) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "s", "d")
            .longName("serial", 's')
            .longName("delimiters", 'd')
            .parse(arguments);
    boolean isSerial = false;
    String delimiters = "\t";
    for (Options.Option option : parsed.options()) {
      isSerial |= option.letter() == 's';
      delimiters = option.letter() == 'd' ? Escapes.format(option.value()) : delimiters;
    }
    for (String operand : parsed.operands()) {
      if (!operand.equals("-")) {
        throw new UnsupportedCommandException(name + " " + operand + " (reading files)");
      }
    }
    int columns = Math.max(1, parsed.operands().size());
    if (isSerial && columns > 1) {
      throw new UnsupportedCommandException("paste -s - -");
    }
    return new Settings(isSerial ? 0 : columns, delimiters);
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    Lines lines = new Lines(call.input());
    int column = 0;
    boolean isOpen = false;
    while (lines.next()) {
      call.budget().step();
      if (isOpen) {
        delimiter(column - 1, settings, call);
      }
      call.out().write(lines.array(), lines.start(), lines.end() - lines.start());
      column++;
      isOpen = column != settings.perLine();
      if (!isOpen) {
        call.out().write('\n');
        column = 0;
      }
    }
    if (isOpen) {
      for (; column < settings.perLine(); column++) {
        delimiter(column - 1, settings, call);
      }
    }
    if (isOpen || settings.perLine() == 0 && column == 0) {
      call.out().write('\n');
    }
    return 0;
  }

  private static void delimiter(int gap, Settings settings, Invocation call) throws IOException {
    String delimiters = settings.delimiters();
    if (!delimiters.isEmpty()) {
      int at = gap % delimiters.length();
      Utf8.write(call.out(), delimiters.substring(at, at + 1));
    }
  }
}
