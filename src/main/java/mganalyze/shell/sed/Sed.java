package mganalyze.shell.sed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.Program;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.PatternException;

/** {@code sed [-nEr] [-e script]… [script]}. */
public final class Sed implements Program {
  private record Arguments(String script, boolean isQuiet, boolean isExtended) {}

  @Override
  public int run(Invocation call) throws IOException {
    try {
      Arguments arguments = parse(call.arguments());
      List<Command> commands = SedParser.parse(arguments.script(), arguments.isExtended());
      return new SedRun(commands, arguments.isQuiet(), call).run();
    } catch (SedSyntaxException | PatternException e) {
      call.complain("sed: " + e.getMessage());
      return 1;
    }
  }

  @Override
  public void check(String name, List<String> words, boolean literal) {
    if (!literal) {
      return;
    }
    try {
      Arguments arguments = parse(words);
      SedParser.parse(arguments.script(), arguments.isExtended());
    } catch (SedSyntaxException | PatternException e) {
      throw new UnsupportedCommandException("sed: " + e.getMessage());
    }
  }

  private static Arguments parse(List<String> words) {
    return new Reader(words).arguments();
  }

  /** Reads the arguments. */
  private static final class Reader {
    private final List<String> words;
    private final List<String> scripts = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private boolean isQuiet;
    private boolean isExtended;
    private int at;

    Reader(List<String> words) {
      this.words = words;
    }

    Arguments arguments() {
      while (at < words.size()) {
        option(words.get(at++));
      }
      if (scripts.isEmpty()) {
        if (operands.isEmpty()) {
          throw new UnsupportedCommandException("sed without a script");
        }
        scripts.add(operands.remove(0));
      }
      for (String operand : operands) {
        if (!operand.equals("-") && !operand.equals("/dev/stdin")) {
          throw new UnsupportedCommandException("sed … " + operand + " (reading files)");
        }
      }
      String script = String.join("\n", scripts);
      boolean startsQuiet = script.equals("#n") || script.startsWith("#n\n");
      return new Arguments(script, isQuiet || startsQuiet, isExtended);
    }

    private void option(String word) {
      if (word.equals("--")) {
        operands.addAll(words.subList(at, words.size()));
        at = words.size();
        return;
      }
      switch (word) {
        case "--quiet", "--silent" -> isQuiet = true;
        case "--regexp-extended" -> isExtended = true;
        case "--unbuffered", "--separate" -> {}
        case "--expression" -> scripts.add(next(word));
        default -> {
          if (word.startsWith("--expression=")) {
            scripts.add(word.substring(word.indexOf('=') + 1));
          } else if (word.startsWith("--")) {
            throw new UnsupportedCommandException("sed " + word);
          } else if (word.startsWith("-") && word.length() > 1) {
            letters(word);
          } else {
            operands.add(word);
          }
        }
      }
    }

    private void letters(String word) {
      for (int i = 1; i < word.length(); i++) {
        char letter = word.charAt(i);
        switch (letter) {
          case 'n' -> isQuiet = true;
          case 'E', 'r' -> isExtended = true;
          case 'u', 's' -> {}
          case 'e' -> {
            String rest = word.substring(i + 1);
            scripts.add(rest.isEmpty() ? next(word) : rest);
            return;
          }
          default -> throw new UnsupportedCommandException("sed -" + letter);
        }
      }
    }

    private String next(String option) {
      if (at >= words.size()) {
        throw new UnsupportedCommandException("sed " + option + " without a value");
      }
      return words.get(at++);
    }
  }
}
