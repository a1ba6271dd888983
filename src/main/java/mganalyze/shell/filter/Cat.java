package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;
import mganalyze.shell.Utf8;

/** {@code cat}, of its input; {@code -n} and {@code -b} number the lines. */
final class Cat extends Filter<Character> {
  @Override
  Character parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "nbu", "")
            .longName("number", 'n')
            .longName("number-nonblank", 'b')
            .parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    char mode = 'u';
    for (Options.Option option : parsed.options()) {
      mode = mode == 'b' || option.letter() == 'u' ? mode : option.letter();
    }
    return mode;
  }

  @Override
  int run(Character mode, Invocation call) throws IOException {
    Bytes input = call.input();
    if (mode == 'u') {
      call.out().write(input.array(), input.start(), input.length());
      return 0;
    }
    Lines lines = new Lines(input);
    long number = 1;
    while (lines.next()) {
      call.budget().step();
      if (mode == 'n' || lines.end() > lines.start()) {
        String digits = Long.toString(number++);
        Utf8.write(call.out(), " ".repeat(Math.max(0, 6 - digits.length())) + digits + "\t");
      }
      call.out().write(lines.array(), lines.start(), lines.nextStart() - lines.start());
    }
    return 0;
  }
}
