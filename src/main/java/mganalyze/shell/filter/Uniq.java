package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code uniq}. */
final class Uniq extends Filter<Uniq.Settings> {
  record Settings(
      boolean counts,
      boolean onlyRepeated,
      boolean onlySingle,
      boolean ignoresCase,
      int skipFields,
      int skipCharacters,
      int compared) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "cdui", "fsw")
            .longName("count", 'c')
            .longName("repeated", 'd')
            .longName("unique", 'u')
            .longName("ignore-case", 'i')
            .longName("skip-fields", 'f')
            .longName("skip-chars", 's')
            .longName("check-chars", 'w')
            .parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    boolean[] flags = new boolean[4];
    int[] numbers = {0, 0, Integer.MAX_VALUE};
    for (Options.Option option : parsed.options()) {
      int flag = "cdui".indexOf(option.letter());
      if (flag >= 0) {
        flags[flag] = true;
      } else {
        numbers["fsw".indexOf(option.letter())] = number(option.value());
      }
    }
    if (flags[0] && flags[1] && flags[2]) {
      throw new UnsupportedCommandException("uniq -cdu");
    }
    return new Settings(flags[0], flags[1], flags[2], flags[3], numbers[0], numbers[1], numbers[2]);
  }

  private static int number(String value) {
    if (!value.matches("[0-9]{1,9}")) {
      throw new UsageException(1, value + ": invalid number");
    }
    return Integer.parseInt(value);
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    Lines lines = new Lines(call.input());
    String first = null;
    String key = null;
    long count = 0;
    while (lines.next()) {
      String line = lines.text();
      String lineKey = key(line, settings);
      if (lineKey.equals(key)) {
        count++;
        continue;
      }
      print(first, count, settings, call);
      first = line;
      key = lineKey;
      count = 1;
    }
    print(first, count, settings, call);
    return 0;
  }

  private static String key(String line, Settings settings) {
    int at = 0;
    for (int i = 0; i < settings.skipFields(); i++) {
      while (at < line.length() && isBlank(line.charAt(at))) {
        at++;
      }
      while (at < line.length() && !isBlank(line.charAt(at))) {
        at++;
      }
    }
    int start =
        Math.min((int) Math.min((long) at + settings.skipCharacters(), 1 << 30), line.length());
    int end = (int) Math.min((long) start + settings.compared(), line.length());
    String key = line.substring(start, end);
    return settings.ignoresCase() ? key.toUpperCase(Locale.ROOT) : key;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static void print(String line, long count, Settings settings, Invocation call)
      throws IOException {
    boolean isWanted =
        line != null
            && !(settings.onlyRepeated() && count == 1)
            && !(settings.onlySingle() && count > 1);
    if (!isWanted) {
      return;
    }
    String number = Long.toString(count);
    String prefix =
        settings.counts() ? " ".repeat(Math.max(0, 7 - number.length())) + number + " " : "";
    Utf8.write(call.out(), prefix + line + "\n");
  }
}
