package mganalyze.shell.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;

/** {@code head} and {@code tail}. */
final class Head extends Filter<Head.Part> {
  /**
   * Which part of the input.
   *
   * @param count of lines or bytes
   * @param isFromOtherEnd for {@code head -n -3} and {@code tail -n +3}
   */
  record Part(boolean isTail, boolean inBytes, long count, boolean isFromOtherEnd) {}

  @Override
  Part parse(String name, List<String> arguments) {
    boolean isTail = name.equals("tail");
    Options options =
        new Options(name, isTail ? "qvfF" : "qv", "nc")
            .longName("lines", 'n')
            .longName("bytes", 'c')
            .longName("quiet", 'q')
            .longName("silent", 'q');
    Options.Parsed parsed = options.parse(modern(arguments, isTail));
    Options.refuseFiles(name, parsed.operands());
    Part part = new Part(isTail, false, 10, false);
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 'n' -> part = part(isTail, false, option.value());
        case 'c' -> part = part(isTail, true, option.value());
        case 'q' -> {} // there is only one input to name
        case 'v' -> throw new mganalyze.shell.UnsupportedCommandException(name + " -v");
        default -> {} // following an input that has ended ends as well
      }
    }
    return part;
  }

  /** {@code head -5}, {@code tail -5} and {@code tail +5} in today's spelling. */
  private static List<String> modern(List<String> arguments, boolean isTail) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean isOld = argument.matches("-[0-9]+") || isTail && argument.matches("\\+[0-9]+");
      if (isOld) {
        result.add("-n" + (argument.startsWith("-") ? argument.substring(1) : argument));
        continue;
      }
      result.add(argument);
      boolean takesNext = argument.equals("-n") || argument.equals("-c");
      if (takesNext && i + 1 < arguments.size()) {
        result.add(arguments.get(++i));
      }
    }
    return result;
  }

  private static Part part(boolean isTail, boolean inBytes, String value) {
    char otherEnd = isTail ? '+' : '-';
    boolean isFromOtherEnd = value.startsWith(String.valueOf(otherEnd));
    String digits = value.startsWith("+") || value.startsWith("-") ? value.substring(1) : value;
    if (!digits.matches("[0-9]+")) {
      throw new UsageException(
          1, "invalid number of " + (inBytes ? "bytes" : "lines") + ": ‘" + value + "’");
    }
    long count = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    return new Part(isTail, inBytes, count, isFromOtherEnd);
  }

  @Override
  int run(Part part, Invocation call) throws IOException {
    Bytes input = call.input();
    int cut = part.inBytes() ? cutBytes(part, input) : cutLines(part, input);
    if (part.isTail()) {
      call.out().write(input.array(), cut, input.end() - cut);
    } else {
      call.out().write(input.array(), input.start(), cut - input.start());
    }
    return 0;
  }

  private static int cutBytes(Part part, Bytes input) {
    boolean fromStart = part.isTail() == part.isFromOtherEnd();
    long count =
        part.isTail() && part.isFromOtherEnd() ? Math.max(0, part.count() - 1) : part.count();
    long clipped = Math.min(count, input.length());
    return (int) (fromStart ? input.start() + clipped : input.end() - clipped);
  }

  private static int cutLines(Part part, Bytes input) {
    if (part.isTail() != part.isFromOtherEnd()) {
      return fromEnd(part.count(), input);
    }
    long count = part.isTail() ? part.count() - 1 : part.count();
    int at = input.start();
    for (long i = 0; i < count && at < input.end(); i++) {
      at = Math.min(input.find((byte) '\n', at) + 1, input.end());
    }
    return at;
  }

  /** Where the last {@code count} lines start. */
  private static int fromEnd(long count, Bytes input) {
    int at = input.end();
    for (long i = 0; i < count && at > input.start(); i++) {
      at--;
      while (at > input.start() && input.array()[at - 1] != '\n') {
        at--;
      }
    }
    return at;
  }
}
