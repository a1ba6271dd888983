package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;
import mganalyze.shell.Utf8;

/** {@code tac}, last line first, and {@code rev}, last character first. */
final class Reverse extends Filter<Boolean> {
  @Override
  Boolean parse(String name, List<String> arguments) {
    Options.Parsed parsed = new Options(name, "", "").parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    return name.equals("tac");
  }

  @Override
  int run(Boolean byLine, Invocation call) throws IOException {
    Bytes input = call.input();
    if (byLine) {
      reverseLines(input, call);
      return 0;
    }
    Lines lines = new Lines(input);
    while (lines.next()) {
      call.budget().step();
      Utf8.write(call.out(), reverse(lines.text()));
      if (lines.isTerminated()) {
        call.out().write('\n');
      }
    }
    return 0;
  }

  /** Character by character: {@code StringBuilder} would join two stray bytes to a pair. */
  private static String reverse(String line) {
    StringBuilder reversed = new StringBuilder(line.length());
    int at = line.length();
    while (at > 0) {
      int codePoint = line.codePointBefore(at);
      reversed.appendCodePoint(codePoint);
      at -= Character.charCount(codePoint);
    }
    return reversed.toString();
  }

  private static void reverseLines(Bytes input, Invocation call) throws IOException {
    int end = input.end();
    while (end > input.start()) {
      int start = end - 1;
      while (start > input.start() && input.array()[start - 1] != '\n') {
        start--;
      }
      call.out().write(input.array(), start, end - start);
      end = start;
    }
  }
}
