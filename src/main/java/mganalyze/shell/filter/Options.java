package mganalyze.shell.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mganalyze.shell.UnsupportedCommandException;

/** Reads options as GNU's tools do: glued, with long names, and behind operands too. */
final class Options {
  /**
   * One option.
   *
   * @param value what was given with it; empty for none
   */
  record Option(char letter, String value) {}

  /** What an argument list says. */
  record Parsed(List<Option> options, List<String> operands) {}

  private final String program;
  private final String flags;
  private final String valued;
  private final Map<String, Character> longNames = new HashMap<>();
  private String optional = "";
  private boolean stopsAtOperand;
  private List<Option> options;
  private List<String> operands;

  /**
   * @param flags letters without a value
   * @param valued letters with one
   */
  Options(String program, String flags, String valued) {
    this.program = program;
    this.flags = flags;
    this.valued = valued;
  }

  Options longName(String name, char letter) {
    longNames.put(name, letter);
    return this;
  }

  /** Letters whose value may be missing, and then is empty; it is never the next word. */
  Options optional(String letters) {
    optional = letters;
    return this;
  }

  /** For tools whose operands are a command of its own. */
  Options stopsAtOperand() {
    stopsAtOperand = true;
    return this;
  }

  Parsed parse(List<String> arguments) {
    options = new ArrayList<>();
    operands = new ArrayList<>();
    List<String> rest = new ArrayList<>(arguments);
    int at = 0;
    while (at < rest.size()) {
      String argument = rest.get(at++);
      boolean isOperand = !argument.startsWith("-") || argument.equals("-");
      if (argument.equals("--") || isOperand && stopsAtOperand) {
        operands.addAll(rest.subList(argument.equals("--") ? at : at - 1, rest.size()));
        break;
      }
      if (isOperand) {
        operands.add(argument);
      } else if (argument.startsWith("--")) {
        at += longOption(argument, at < rest.size() ? rest.get(at) : null);
      } else {
        at += shortOptions(argument, at < rest.size() ? rest.get(at) : null);
      }
    }
    return new Parsed(options, operands);
  }

  /** Returns how many further words it took. */
  private int longOption(String argument, String next) {
    int equals = argument.indexOf('=');
    String name = argument.substring(2, equals < 0 ? argument.length() : equals);
    Character letter = longNames.get(name);
    if (letter == null) {
      List<String> candidates =
          longNames.keySet().stream().filter(full -> full.startsWith(name)).toList();
      letter = candidates.size() == 1 ? longNames.get(candidates.get(0)) : null;
    }
    if (letter == null) {
      throw unsupported(argument);
    }
    boolean takesValue = valued.indexOf(letter) >= 0;
    if (equals >= 0 && (takesValue || optional.indexOf(letter) >= 0)) {
      options.add(new Option(letter, argument.substring(equals + 1)));
      return 0;
    }
    if (equals >= 0) {
      throw unsupported(argument);
    }
    if (!takesValue) {
      options.add(new Option(letter, ""));
      return 0;
    }
    options.add(new Option(letter, required(argument, next)));
    return 1;
  }

  private int shortOptions(String argument, String next) {
    for (int i = 1; i < argument.length(); i++) {
      char letter = argument.charAt(i);
      if (flags.indexOf(letter) >= 0) {
        options.add(new Option(letter, ""));
        continue;
      }
      String glued = argument.substring(i + 1);
      if (optional.indexOf(letter) >= 0) {
        options.add(new Option(letter, glued));
        return 0;
      }
      if (valued.indexOf(letter) < 0) {
        throw unsupported("-" + letter);
      }
      options.add(new Option(letter, glued.isEmpty() ? required("-" + letter, next) : glued));
      return glued.isEmpty() ? 1 : 0;
    }
    return 0;
  }

  private String required(String option, String value) {
    if (value == null) {
      throw new UsageException(
          program.contains("grep") ? 2 : 1, "option " + option + " requires an argument");
    }
    return value;
  }

  private UnsupportedCommandException unsupported(String option) {
    return new UnsupportedCommandException(program + " " + option);
  }

  /** Throws {@link UnsupportedCommandException} for operands that name files. */
  static void refuseFiles(String program, List<String> operands) {
    for (String operand : operands) {
      if (!operand.equals("-") && !operand.equals("/dev/stdin")) {
        throw new UnsupportedCommandException(program + " " + operand + " (reading files)");
      }
    }
    if (operands.size() > 1) {
      throw new UnsupportedCommandException(program + " - - (reading input twice)");
    }
  }
}
