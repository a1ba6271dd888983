package mganalyze.oc.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flag.Use;
import mganalyze.shell.UnsupportedCommandException;

/** A command's flags and words. Flags may stand anywhere; the last of the same name counts. */
public final class CommandLine {
  private final String command;
  private final Flags flags;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private CommandLine(String command, Flags flags) {
    this.command = command;
    this.flags = flags;
  }

  /**
   * Reads what follows the command's name.
   *
   * @param command as it is called, {@code oc get}
   * @throws CommandException for flags that kubectl does not know either
   * @throws UnsupportedCommandException for those that it knows and an archive cannot serve
   */
  public static CommandLine parse(String command, Flags flags, List<String> arguments)
      throws CommandException {
    CommandLine line = new CommandLine(command, flags);
    line.read(arguments);
    return line;
  }

  /** The place of the first word that is neither a flag nor a flag's value; -1 if there is none. */
  public static int firstWord(Flags flags, List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        return -1;
      }
      if (!argument.startsWith("-") || argument.equals("-")) {
        return i;
      }
      Optional<Flag> flag =
          argument.startsWith("--")
              ? flags.byName(argument.substring(2))
              : argument.length() == 2 ? flags.byShorthand(argument.charAt(1)) : Optional.empty();
      if (flag.isPresent() && flag.get().takes() != Takes.NOTHING) {
        i++;
      }
    }
    return -1;
  }

  /** The words that are no flags, in order. */
  public List<String> words() {
    return List.copyOf(words);
  }

  public boolean isGiven(String flag) {
    return values.containsKey(flag);
  }

  /** Whether a flag without a value is given and not switched off. */
  public boolean has(String flag) {
    return isTrue(values.getOrDefault(flag, "false"));
  }

  /** The value of a flag; empty where it is not given. */
  public Optional<String> text(String flag) {
    return Optional.ofNullable(values.get(flag));
  }

  private void read(List<String> arguments) throws CommandException {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        words.addAll(arguments.subList(i + 1, arguments.size()));
        return;
      }
      if (!argument.startsWith("-") || argument.equals("-")) {
        words.add(argument);
      } else {
        Optional<String> next =
            i + 1 < arguments.size() ? Optional.of(arguments.get(i + 1)) : Optional.empty();
        boolean tookNext =
            argument.startsWith("--") ? longFlag(argument, next) : letters(argument, next);
        i += tookNext ? 1 : 0;
      }
    }
  }

  private boolean longFlag(String argument, Optional<String> next) throws CommandException {
    int equals = argument.indexOf('=');
    String name = argument.substring(2, equals < 0 ? argument.length() : equals);
    Flag flag = flags.byName(name).orElseThrow(() -> usage("unknown flag: --" + name));
    if (equals >= 0) {
      set(flag, argument.substring(equals + 1));
      return false;
    }
    if (flag.takes() == Takes.NOTHING) {
      set(flag, "true");
      return false;
    }
    set(flag, next.orElseThrow(() -> usage("flag needs an argument: --" + name)));
    return true;
  }

  private boolean letters(String argument, Optional<String> next) throws CommandException {
    for (int i = 1; i < argument.length(); i++) {
      char letter = argument.charAt(i);
      Flag flag =
          flags
              .byShorthand(letter)
              .orElseThrow(() -> usage("unknown shorthand flag: '" + letter + "' in " + argument));
      String rest = argument.substring(i + 1);
      if (rest.startsWith("=")) {
        set(flag, rest.substring(1));
        return false;
      }
      if (flag.takes() == Takes.NOTHING) {
        set(flag, "true");
        continue;
      }
      if (!rest.isEmpty()) {
        set(flag, rest);
        return false;
      }
      set(
          flag,
          next.orElseThrow(() -> usage("flag needs an argument: '" + letter + "' in " + argument)));
      return true;
    }
    return false;
  }

  private void set(Flag flag, String value) throws CommandException {
    String problem = problem(flag, value);
    if (!problem.isEmpty()) {
      throw usage(
          "invalid argument \"" + value + "\" for \"" + flag.display() + "\" flag: " + problem);
    }
    if (flag.use() == Use.UNSUPPORTED && !value.equals("false")) {
      throw new UnsupportedCommandException(command + " --" + flag.name());
    }
    values.put(flag.name(), value);
  }

  private static String problem(Flag flag, String value) {
    switch (flag.takes()) {
      case NOTHING:
        return isTrue(value) || isFalse(value)
            ? ""
            : "strconv.ParseBool: parsing \"" + value + "\": invalid syntax";
      case NUMBER:
        return value.matches("[+-]?[0-9]{1,18}")
            ? ""
            : "strconv.ParseInt: parsing \"" + value + "\": invalid syntax";
      case DURATION:
        return GoDuration.parse(value).isPresent() ? "" : GoDuration.fault(value);
      default:
        return "";
    }
  }

  private static boolean isTrue(String value) {
    return switch (value) {
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      default -> false;
    };
  }

  private static boolean isFalse(String value) {
    return switch (value) {
      case "0", "f", "F", "false", "FALSE", "False" -> true;
      default -> false;
    };
  }

  private CommandException usage(String problem) {
    return CommandException.error(problem + "\nSee '" + command + " --help' for usage.");
  }
}
