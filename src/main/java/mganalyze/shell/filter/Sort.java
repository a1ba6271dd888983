package mganalyze.shell.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mganalyze.shell.Bytes;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;

/** {@code sort}, by bytes as in the C locale. */
final class Sort extends Filter<Sort.Settings> {
  record Settings(
      List<SortKey> keys,
      boolean isUnique,
      boolean isStable,
      boolean isReversed,
      byte terminator) {}

  /** A line; its first key is looked for once. */
  private static final class Line {
    private final int start;
    private final int end;
    private int keyStart;
    private int keyEnd;

    Line(int start, int end) {
      this.start = start;
      this.end = end;
    }
  }

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "nrusbfdghVcCz", "kt")
            .longName("numeric-sort", 'n')
            .longName("reverse", 'r')
            .longName("unique", 'u')
            .longName("stable", 's')
            .longName("ignore-leading-blanks", 'b')
            .longName("ignore-case", 'f')
            .longName("dictionary-order", 'd')
            .longName("general-numeric-sort", 'g')
            .longName("human-numeric-sort", 'h')
            .longName("version-sort", 'V')
            .longName("zero-terminated", 'z')
            .longName("key", 'k')
            .longName("field-separator", 't')
            .parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    StringBuilder global = new StringBuilder();
    List<String> keyTexts = new ArrayList<>();
    String others = "";
    int separator = -1;
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 'k' -> keyTexts.add(option.value());
        case 't' -> separator = separator(option.value());
        case 'u', 's', 'z' -> others += option.letter();
        case 'c', 'C' -> throw new UnsupportedCommandException("sort -" + option.letter());
        default -> global.append(option.letter());
      }
    }
    List<SortKey> keys = new ArrayList<>();
    for (String text : keyTexts) {
      keys.add(SortKey.parse(text, separator, global.toString()));
    }
    if (keys.isEmpty()) {
      SortOrder order = SortOrder.of(global.toString());
      keys.add(SortKey.line(global.indexOf("b") >= 0, order));
    }
    return new Settings(
        keys,
        others.contains("u"),
        others.contains("s"),
        global.indexOf("r") >= 0,
        (byte) (others.contains("z") ? 0 : '\n'));
  }

  private static int separator(String value) {
    if (value.equals("\\0")) {
      return 0;
    }
    if (value.length() != 1 || value.charAt(0) >= 0x80) {
      throw new UsageException(2, "multi-character tab ‘" + value + "’");
    }
    return value.charAt(0);
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    Bytes input = call.input();
    List<Line> lines = new ArrayList<>();
    SortKey first = settings.keys().get(0);
    Lines reader = new Lines(input, settings.terminator());
    while (reader.next()) {
      Line line = new Line(reader.start(), reader.end());
      line.keyStart = first.start(input.array(), line.start, line.end);
      line.keyEnd = Math.max(line.keyStart, first.end(input.array(), line.start, line.end));
      lines.add(line);
    }
    byte[] array = input.array();
    lines.sort((a, b) -> compare(a, b, array, settings, call));
    Line before = null;
    for (Line line : lines) {
      if (settings.isUnique()
          && before != null
          && compareKeys(before, line, array, settings) == 0) {
        continue;
      }
      call.out().write(array, line.start, line.end - line.start);
      call.out().write(settings.terminator());
      before = line;
    }
    return 0;
  }

  private static int compare(Line a, Line b, byte[] array, Settings settings, Invocation call) {
    call.budget().step();
    int order = compareKeys(a, b, array, settings);
    if (order != 0 || settings.isStable() || settings.isUnique()) {
      return order;
    }
    int bytes = Arrays.compareUnsigned(array, a.start, a.end, array, b.start, b.end);
    return settings.isReversed() ? -bytes : bytes;
  }

  private static int compareKeys(Line a, Line b, byte[] array, Settings settings) {
    SortOrder firstOrder = settings.keys().get(0).order();
    int order = firstOrder.compare(array, a.keyStart, a.keyEnd, b.keyStart, b.keyEnd);
    for (int i = 1; i < settings.keys().size() && order == 0; i++) {
      SortKey key = settings.keys().get(i);
      int start = key.start(array, a.start, a.end);
      int otherStart = key.start(array, b.start, b.end);
      order =
          key.order()
              .compare(
                  array,
                  start,
                  Math.max(start, key.end(array, a.start, a.end)),
                  otherStart,
                  Math.max(otherStart, key.end(array, b.start, b.end)));
    }
    return order;
  }
}
