package mganalyze.shell.filter;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code cut}: fields, characters or bytes of each line. Characters are bytes, as in GNU's. */
final class Cut extends Filter<Cut.Settings> {
  private static final int LAST = 1 << 20;

  /**
   * @param kind {@code f}, {@code c} or {@code b}
   * @param wanted positions from 1; the bit {@code LAST + 1} stands for all behind {@code openFrom}
   */
  record Settings(
      char kind,
      BitSet wanted,
      int openFrom,
      boolean isComplement,
      byte delimiter,
      String outputDelimiter,
      boolean onlyDelimited) {
    boolean has(int position) {
      return (position >= openFrom || wanted.get(position)) != isComplement;
    }
  }

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "snK", "fcbdO")
            .longName("fields", 'f')
            .longName("characters", 'c')
            .longName("bytes", 'b')
            .longName("delimiter", 'd')
            .longName("only-delimited", 's')
            .longName("complement", 'K')
            .longName("output-delimiter", 'O')
            .parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    char kind = 0;
    String list = "";
    String delimiter = "\t";
    String outputDelimiter = null;
    boolean onlyDelimited = false;
    boolean isComplement = false;
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 'd' -> delimiter = option.value();
        case 'O' -> outputDelimiter = option.value();
        case 's' -> onlyDelimited = true;
        case 'K' -> isComplement = true;
        case 'n' -> throw new UnsupportedCommandException("cut -n");
        default -> {
          if (kind != 0) {
            throw new UsageException(1, "only one list may be specified");
          }
          kind = option.letter();
          list = option.value();
        }
      }
    }
    if (kind == 0) {
      throw new UsageException(1, "you must specify a list of bytes, characters, or fields");
    }
    byte[] bytes = Utf8.encode(delimiter);
    if (bytes.length > 1) {
      throw new UsageException(1, "the delimiter must be a single character");
    }
    BitSet wanted = new BitSet();
    int openFrom = ranges(list, wanted);
    byte separator = bytes.length == 0 ? 0 : bytes[0];
    return new Settings(
        kind, wanted, openFrom, isComplement, separator, outputDelimiter, onlyDelimited);
  }

  /** Sets the positions of a list; returns where an open range starts. */
  private static int ranges(String list, BitSet wanted) {
    int openFrom = Integer.MAX_VALUE;
    for (String range : list.split("[, ]", -1)) {
      if (!range.matches("[0-9]{1,7}(-[0-9]{0,7})?|-[0-9]{1,7}")) {
        throw new UsageException(1, "invalid range: " + range);
      }
      int dash = range.indexOf('-');
      String from = dash < 0 ? range : range.substring(0, dash);
      String to = dash < 0 ? range : range.substring(dash + 1);
      int first = from.isEmpty() ? 1 : Integer.parseInt(from);
      if (first == 0) {
        throw new UsageException(1, "byte/character positions are numbered from 1");
      }
      if (to.isEmpty()) {
        openFrom = Math.min(openFrom, first);
        continue;
      }
      int last = Math.min(Integer.parseInt(to), LAST);
      if (last < first) {
        throw new UsageException(1, "invalid decreasing range");
      }
      wanted.set(first, last + 1);
    }
    return openFrom;
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    Lines lines = new Lines(call.input());
    while (lines.next()) {
      call.budget().step();
      if (settings.kind() == 'f') {
        fields(lines, settings, call);
      } else {
        bytes(lines, settings, call);
      }
    }
    return 0;
  }

  private static void bytes(Lines lines, Settings settings, Invocation call) throws IOException {
    boolean wasOut = false;
    boolean isFirst = true;
    for (int i = lines.start(); i < lines.end(); i++) {
      if (!settings.has(i - lines.start() + 1)) {
        wasOut = true;
        continue;
      }
      if (wasOut && !isFirst && settings.outputDelimiter() != null) {
        Utf8.write(call.out(), settings.outputDelimiter());
      }
      call.out().write(lines.array()[i]);
      wasOut = false;
      isFirst = false;
    }
    call.out().write('\n');
  }

  private static void fields(Lines lines, Settings settings, Invocation call) throws IOException {
    byte[] array = lines.array();
    int start = lines.start();
    int end = fieldEnd(array, start, lines.end(), settings.delimiter());
    if (end == lines.end()) {
      if (!settings.onlyDelimited()) {
        call.out().write(array, start, end - start);
        call.out().write('\n');
      }
      return;
    }
    boolean isFirst = true;
    for (int number = 1; start <= lines.end(); number++) {
      end = fieldEnd(array, start, lines.end(), settings.delimiter());
      if (settings.has(number)) {
        if (!isFirst && settings.outputDelimiter() != null) {
          Utf8.write(call.out(), settings.outputDelimiter());
        } else if (!isFirst) {
          call.out().write(settings.delimiter());
        }
        call.out().write(array, start, end - start);
        isFirst = false;
      }
      start = end + 1;
    }
    call.out().write('\n');
  }

  private static int fieldEnd(byte[] array, int start, int lineEnd, byte delimiter) {
    int at = start;
    while (at < lineEnd && array[at] != delimiter) {
      at++;
    }
    return at;
  }
}
