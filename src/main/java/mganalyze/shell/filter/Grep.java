package mganalyze.shell.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.Regex;
import mganalyze.shell.regex.Syntax;

/**
 * {@code grep}, {@code egrep}, {@code fgrep}. Differs from GNU's: input that is not text is
 * searched as if {@code -a} were given; {@code -P} goes as far as RE2.
 */
final class Grep extends Filter<GrepSettings> {
  private static final String SPECIAL = "\\[]^$.*+?{}()|";

  private static Options options(String name) {
    return new Options(name, "ivcnowxEFGPqshHlLayz", "eABCm")
        .optional("K")
        .longName("ignore-case", 'i')
        .longName("no-ignore-case", 'Y')
        .longName("invert-match", 'v')
        .longName("count", 'c')
        .longName("line-number", 'n')
        .longName("only-matching", 'o')
        .longName("word-regexp", 'w')
        .longName("line-regexp", 'x')
        .longName("extended-regexp", 'E')
        .longName("fixed-strings", 'F')
        .longName("basic-regexp", 'G')
        .longName("perl-regexp", 'P')
        .longName("quiet", 'q')
        .longName("silent", 'q')
        .longName("no-messages", 's')
        .longName("no-filename", 'h')
        .longName("with-filename", 'H')
        .longName("files-with-matches", 'l')
        .longName("files-without-match", 'L')
        .longName("text", 'a')
        .longName("line-buffered", 'a')
        .longName("regexp", 'e')
        .longName("after-context", 'A')
        .longName("before-context", 'B')
        .longName("context", 'C')
        .longName("max-count", 'm')
        .longName("color", 'K')
        .longName("colour", 'K');
  }

  @Override
  GrepSettings parse(String name, List<String> arguments) {
    Options.Parsed parsed = options(name).parse(withoutNumbers(arguments));
    Syntax syntax = name.equals("egrep") ? Syntax.EXTENDED : Syntax.BASIC;
    Reader reader = new Reader(name.equals("fgrep"), syntax);
    parsed.options().forEach(reader::option);
    List<String> operands = new ArrayList<>(parsed.operands());
    if (reader.patterns.isEmpty()) {
      if (operands.isEmpty()) {
        throw new UsageException(2, "a pattern is missing");
      }
      reader.patterns.add(operands.remove(0));
    }
    Options.refuseFiles(name, operands);
    return reader.settings();
  }

  /** {@code -3} means {@code -C 3}, unless it is the value of an option. */
  private static List<String> withoutNumbers(List<String> arguments) {
    List<String> result = new ArrayList<>();
    boolean isValue = false;
    boolean isOperand = false;
    for (String argument : arguments) {
      boolean isNumber = !isValue && !isOperand && argument.matches("-[0-9]+");
      result.add(isNumber ? "-C" + argument.substring(1) : argument);
      isValue = !isValue && argument.matches("-[a-zA-Z]*[eABCm]");
      isOperand |= argument.equals("--");
    }
    return result;
  }

  @Override
  int run(GrepSettings settings, Invocation call) throws IOException {
    return new GrepRun(settings, call).run();
  }

  /** Collects what the options say. */
  private static final class Reader {
    private final List<String> patterns = new ArrayList<>();
    private boolean isFixed;
    private Syntax syntax;
    private boolean ignoresCase;
    private boolean wantsWord;
    private boolean wantsLine;
    private boolean isInverted;
    private boolean showsNumber;
    private boolean showsName;
    private boolean isQuiet;
    private GrepSettings.Output output = GrepSettings.Output.LINES;
    private int before = -1;
    private int after = -1;
    private int around;
    private long maxCount = -1;

    Reader(boolean isFixed, Syntax syntax) {
      this.isFixed = isFixed;
      this.syntax = syntax;
    }

    void option(Options.Option option) {
      switch (option.letter()) {
        case 'i', 'y' -> ignoresCase = true;
        case 'Y' -> ignoresCase = false;
        case 'v' -> isInverted = true;
        case 'c' -> show(GrepSettings.Output.COUNT);
        case 'l' -> show(GrepSettings.Output.NAME_IF_FOUND);
        case 'L' -> show(GrepSettings.Output.NAME_IF_NOT_FOUND);
        case 'o' -> show(GrepSettings.Output.ONLY_MATCHES);
        case 'n' -> showsNumber = true;
        case 'w' -> wantsWord = true;
        case 'x' -> wantsLine = true;
        case 'E' -> use(Syntax.EXTENDED);
        case 'G' -> use(Syntax.BASIC);
        case 'P' -> use(Syntax.PERL);
        case 'F' -> isFixed = true;
        case 'q' -> isQuiet = true;
        case 'H' -> showsName = true;
        case 'h' -> showsName = false;
        case 'e' -> patterns.add(option.value());
        case 'A' -> after = count(option.value());
        case 'B' -> before = count(option.value());
        case 'C' -> around = count(option.value());
        case 'm' -> maxCount = count(option.value());
        case 'K' -> color(option.value());
        case 's', 'a' -> {} // there are no files to complain of, and all input is text
        default -> throw new UnsupportedCommandException("grep -" + option.letter());
      }
    }

    private void show(GrepSettings.Output wanted) {
      output = wanted.compareTo(output) > 0 ? wanted : output;
    }

    private void use(Syntax wanted) {
      syntax = wanted;
      isFixed = false;
    }

    private static void color(String when) {
      if (!when.isEmpty() && !when.equals("never") && !when.equals("auto")) {
        throw new UnsupportedCommandException("grep --color=" + when);
      }
    }

    private static int count(String value) {
      if (!value.matches("[0-9]+")) {
        throw new UsageException(2, value + ": invalid context length argument");
      }
      return value.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(value);
    }

    GrepSettings settings() {
      List<Regex> expressions = new ArrayList<>();
      boolean isLiteral = true;
      for (String pattern : patterns) {
        for (String line : pattern.split("\n", -1)) {
          boolean hasSpecial = line.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
          isLiteral &= isFixed || !hasSpecial;
          expressions.add(compile(line));
        }
      }
      return new GrepSettings(
          List.copyOf(expressions),
          isLiteral && syntax != Syntax.PERL,
          ignoresCase,
          wantsWord,
          wantsLine,
          isInverted,
          output,
          showsNumber,
          showsName,
          isQuiet,
          before < 0 ? around : before,
          after < 0 ? around : after,
          maxCount);
    }

    private Regex compile(String line) {
      Syntax used = isFixed ? Syntax.EXTENDED : syntax;
      String text = isFixed ? quote(line) : line;
      if (wantsLine && !isFixed) {
        text = used == Syntax.BASIC ? "^\\(" + text + "\\)$" : "^(" + text + ")$";
      }
      return Regex.compile(text, used, ignoresCase);
    }

    private static String quote(String text) {
      StringBuilder quoted = new StringBuilder();
      for (char c : text.toCharArray()) {
        quoted.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
      return quoted.toString();
    }
  }
}
