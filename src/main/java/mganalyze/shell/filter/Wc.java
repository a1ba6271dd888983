package mganalyze.shell.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;
import mganalyze.shell.Utf8;

/** {@code wc}: lines, words, characters, bytes, longest line. */
final class Wc extends Filter<Set<Character>> {
  private static final String ORDER = "lwmcL";

  @Override
  Set<Character> parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, ORDER, "")
            .longName("lines", 'l')
            .longName("words", 'w')
            .longName("chars", 'm')
            .longName("bytes", 'c')
            .longName("max-line-length", 'L')
            .parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    Set<Character> wanted = new TreeSet<>();
    parsed.options().forEach(option -> wanted.add(option.letter()));
    return wanted.isEmpty() ? Set.of('l', 'w', 'c') : wanted;
  }

  @Override
  int run(Set<Character> wanted, Invocation call) throws IOException {
    Bytes input = call.input();
    List<Long> counts = new ArrayList<>();
    for (char kind : ORDER.toCharArray()) {
      if (wanted.contains(kind)) {
        counts.add(count(kind, input));
      }
    }
    StringBuilder text = new StringBuilder();
    for (long count : counts) {
      String number = Long.toString(count);
      // Of an input that is no file the width is not known before: 7, unless it is one number.
      int width = counts.size() == 1 ? 0 : 7;
      text.append(text.length() == 0 ? "" : " ");
      text.append(" ".repeat(Math.max(0, width - number.length()))).append(number);
    }
    Utf8.write(call.out(), text.append('\n').toString());
    return 0;
  }

  private static long count(char kind, Bytes input) {
    return switch (kind) {
      case 'l' -> lines(input);
      case 'w' -> words(input);
      case 'm' -> characters(input);
      case 'c' -> input.length();
      default -> longest(input);
    };
  }

  private static long lines(Bytes input) {
    byte[] array = input.array();
    long count = 0;
    for (int i = input.start(); i < input.end(); i++) {
      count += array[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private static long words(Bytes input) {
    long count = 0;
    boolean inWord = false;
    for (int i = input.start(); i < input.end(); i++) {
      byte b = input.array()[i];
      boolean isSpace = b == ' ' || b >= '\t' && b <= '\r';
      count += !isSpace && !inWord ? 1 : 0;
      inWord = !isSpace;
    }
    return count;
  }

  private static long characters(Bytes input) {
    long count = 0;
    int at = input.start();
    while (at < input.end()) {
      int length = Utf8.sequenceLength(input.array(), at, input.end());
      count += length > 0 ? 1 : 0; // a byte that is no UTF-8 is no character
      at += Math.max(1, length);
    }
    return count;
  }

  private static long longest(Bytes input) {
    Lines lines = new Lines(input);
    long longest = 0;
    while (lines.next()) {
      longest = Math.max(longest, characters(lines.bytes()));
    }
    return longest;
  }
}
