package mganalyze.shell.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Bytes;
import mganalyze.shell.Escapes;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;

/** {@code xargs}: makes the words of its input the arguments of a command. */
final class Xargs extends Filter<Xargs.Settings> {
  private static final int FAILED_STATUS = 123;
  private static final int REFUSED_STATUS = 126;

  /**
   * @param perCall how many words, or with {@code byLine} lines, one call gets; 0 for all
   * @param placeholder what each line replaces in the command; empty for none
   * @param delimiter between words; -1 for blanks, with quotes
   */
  record Settings(
      List<String> command,
      int perCall,
      boolean byLine,
      String placeholder,
      boolean skipsEmpty,
      int delimiter) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "r0tx", "nILdPs")
            .stopsAtOperand()
            .longName("max-args", 'n')
            .longName("max-lines", 'L')
            .longName("no-run-if-empty", 'r')
            .longName("null", '0')
            .longName("delimiter", 'd')
            .longName("max-procs", 'P')
            .parse(arguments);
    int perCall = 0;
    boolean byLine = false;
    String placeholder = "";
    boolean skipsEmpty = false;
    int delimiter = -1;
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 'n', 'L' -> {
          perCall = number(option);
          byLine = option.letter() == 'L';
        }
        case 'I' -> placeholder = option.value();
        case 'r' -> skipsEmpty = true;
        case '0' -> delimiter = 0;
        case 'd' -> delimiter = delimiter(option.value());
        case 'P' -> number(option); // one after the other is as good
        default -> throw new UnsupportedCommandException("xargs -" + option.letter());
      }
    }
    List<String> command = parsed.operands().isEmpty() ? List.of("echo") : parsed.operands();
    return new Settings(command, perCall, byLine, placeholder, skipsEmpty, delimiter);
  }

  private static int number(Options.Option option) {
    if (!option.value().matches("[0-9]{1,7}")) {
      throw new UsageException(
          1, "invalid number \"" + option.value() + "\" for -" + option.letter() + " option");
    }
    return Integer.parseInt(option.value());
  }

  private static int delimiter(String value) {
    String text = Escapes.format(value);
    if (text.length() != 1 || text.charAt(0) > 0x7F) {
      throw new UnsupportedCommandException("xargs -d " + value);
    }
    return text.charAt(0);
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    Bytes input = call.input();
    if (!settings.placeholder().isEmpty()) {
      return runPerLine(settings, input, call);
    }
    List<List<String>> batches = batches(settings, input);
    int status = 0;
    for (List<String> batch : batches) {
      call.budget().check();
      List<String> words = new ArrayList<>(settings.command());
      words.addAll(batch);
      status = worse(status, call.runProgram(words, Bytes.EMPTY));
      if (status >= REFUSED_STATUS) {
        return status;
      }
    }
    return status;
  }

  private static int worse(int before, int status) {
    if (status >= REFUSED_STATUS) {
      return status;
    }
    return status == 0 ? before : FAILED_STATUS;
  }

  private static List<List<String>> batches(Settings settings, Bytes input) {
    List<List<String>> batches = new ArrayList<>();
    if (settings.byLine()) {
      Lines lines = new Lines(input);
      boolean continues = false; // a blank at the end of a line joins the next one to it
      while (lines.next()) {
        List<String> words = new XargsWords(lines.bytes(), -1).all();
        if (continues && !words.isEmpty()) {
          List<String> joined = new ArrayList<>(batches.remove(batches.size() - 1));
          joined.addAll(words);
          words = joined;
        }
        if (!words.isEmpty()) {
          batches.add(words);
          byte last = lines.array()[lines.end() > lines.start() ? lines.end() - 1 : lines.start()];
          continues = last == ' ' || last == '\t';
        }
      }
      return merged(batches, settings.perCall());
    }
    List<String> words = new XargsWords(input, settings.delimiter()).all();
    if (words.isEmpty() && settings.skipsEmpty()) {
      return batches;
    }
    int size = settings.perCall() == 0 ? Math.max(1, words.size()) : settings.perCall();
    for (int at = 0; at < Math.max(1, words.size()); at += size) {
      batches.add(words.subList(at, Math.min(at + size, words.size())));
    }
    return batches;
  }

  private static List<List<String>> merged(List<List<String>> lines, int perCall) {
    List<List<String>> batches = new ArrayList<>();
    for (int at = 0; at < lines.size(); at += Math.max(1, perCall)) {
      List<String> batch = new ArrayList<>();
      lines.subList(at, Math.min(at + Math.max(1, perCall), lines.size())).forEach(batch::addAll);
      batches.add(batch);
    }
    return batches;
  }

  private static int runPerLine(Settings settings, Bytes input, Invocation call)
      throws IOException {
    int status = 0;
    int delimiter = settings.delimiter() < 0 ? '\n' : settings.delimiter();
    Lines lines = new Lines(input, (byte) delimiter);
    while (lines.next()) {
      call.budget().check();
      String line = lines.text();
      String value = settings.delimiter() < 0 ? XargsWords.unquote(line.stripLeading()) : line;
      if (value.isEmpty() && settings.delimiter() < 0) {
        continue;
      }
      List<String> words = new ArrayList<>();
      for (String word : settings.command()) {
        words.add(word.replace(settings.placeholder(), value));
      }
      status = worse(status, call.runProgram(words, Bytes.EMPTY));
      if (status >= REFUSED_STATUS) {
        return status;
      }
    }
    return status;
  }

  /** Cuts input into words, with quotes and backslashes unless a delimiter is given. */
  private static final class XargsWords {
    private final Bytes input;
    private final int delimiter;

    XargsWords(Bytes input, int delimiter) {
      this.input = input;
      this.delimiter = delimiter;
    }

    List<String> all() {
      List<String> words = new ArrayList<>();
      if (delimiter >= 0) {
        Lines parts = new Lines(input, (byte) delimiter);
        while (parts.next()) {
          words.add(parts.text());
        }
        return words;
      }
      StringBuilder word = new StringBuilder();
      boolean isOpen = false;
      char quote = 0;
      String text = input.text();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean isBlank = c == ' ' || c == '\t' || c == '\n';
        if (quote != 0 && c == quote) {
          quote = 0;
        } else if (quote != 0) {
          word.append(c);
        } else if (c == '\'' || c == '"') {
          quote = c;
          isOpen = true;
        } else if (c == '\\' && i + 1 < text.length()) {
          word.append(text.charAt(++i));
          isOpen = true;
        } else if (!isBlank) {
          word.append(c);
          isOpen = true;
        } else if (isOpen) {
          words.add(word.toString());
          word.setLength(0);
          isOpen = false;
        }
      }
      if (isOpen) {
        words.add(word.toString());
      }
      return words;
    }

    static String unquote(String line) {
      StringBuilder text = new StringBuilder();
      char quote = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (quote == 0 && (c == '\'' || c == '"')) {
          quote = c;
        } else if (c == quote && quote != 0) {
          quote = 0;
        } else if (quote == 0 && c == '\\' && i + 1 < line.length()) {
          text.append(line.charAt(++i));
        } else {
          text.append(c);
        }
      }
      return text.toString();
    }
  }
}
