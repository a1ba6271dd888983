package mganalyze.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The commands that change the shell itself. */
final class Builtins {
  private final Interpreter shell;
  private final Streams streams;

  Builtins(Interpreter shell, Streams streams) {
    this.shell = shell;
    this.streams = streams;
  }

  static boolean has(String name) {
    return switch (name) {
      case ":", "export", "unset", "set", "exit", "break", "continue", "read", "let", "return" ->
          true;
      default -> isForbidden(name);
    };
  }

  private static boolean isForbidden(String name) {
    return switch (name) {
      case "eval", "source", ".", "exec", "trap", "alias", "declare", "typeset", "local" -> true;
      case "readonly", "shift", "getopts", "mapfile", "readarray", "wait", "jobs", "cd" -> true;
      default -> false;
    };
  }

  static void check(String name) {
    if (isForbidden(name)) {
      throw new UnsupportedCommandException(name);
    }
  }

  int run(String name, List<String> arguments) throws IOException {
    return switch (name) {
      case ":" -> 0;
      case "export" -> export(arguments);
      case "unset" -> unset(arguments);
      case "set" -> set(arguments);
      case "exit", "return" ->
          throw new Jump(
              Jump.Kind.EXIT,
              arguments.isEmpty() ? shell.state().lastStatus() : number(name, arguments) & 0xFF);
      case "break" -> leave(Jump.Kind.BREAK, arguments);
      case "continue" -> leave(Jump.Kind.CONTINUE, arguments);
      case "read" -> new ReadBuiltin(shell, streams).run(arguments);
      case "let" -> let(arguments);
      default -> throw new UnsupportedCommandException(name);
    };
  }

  private int leave(Jump.Kind kind, List<String> arguments) throws IOException {
    String name = kind == Jump.Kind.BREAK ? "break" : "continue";
    int levels = Math.max(1, number(name, arguments));
    if (shell.isInLoop()) {
      throw new Jump(kind, levels);
    }
    Utf8.write(streams.err(), name + ": only meaningful in a loop\n");
    return 0;
  }

  private static int number(String name, List<String> arguments) {
    if (arguments.isEmpty()) {
      return 1;
    }
    try {
      return (int) Long.parseLong(arguments.get(0).trim());
    } catch (NumberFormatException e) {
      throw new UnsupportedCommandException(name + " " + arguments.get(0));
    }
  }

  private int export(List<String> arguments) throws IOException {
    int status = 0;
    for (String argument : arguments) {
      if (argument.startsWith("-") && argument.length() > 1) {
        throw new UnsupportedCommandException("export " + argument);
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!Names.isName(name)) {
        Utf8.write(streams.err(), "export: `" + argument + "': not a valid identifier\n");
        status = 1;
      } else if (equals >= 0) {
        shell.state().variables().put(name, argument.substring(equals + 1));
      }
    }
    return status;
  }

  private int unset(List<String> arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("-") && !argument.equals("-v")) {
        throw new UnsupportedCommandException("unset " + argument);
      }
      shell.state().variables().remove(argument);
    }
    return 0;
  }

  private int set(List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    while (!rest.isEmpty()) {
      String flags = rest.remove(0);
      if (!flags.matches("[-+][a-z]+")) {
        throw new UnsupportedCommandException("set " + flags);
      }
      boolean on = flags.charAt(0) == '-';
      for (char flag : flags.substring(1).toCharArray()) {
        String name = flag == 'o' && !rest.isEmpty() ? rest.remove(0) : String.valueOf(flag);
        set(name, on);
      }
    }
    return 0;
  }

  private void set(String option, boolean on) {
    switch (option) {
      case "pipefail" -> shell.state().pipefail(on);
      case "e", "errexit" -> shell.state().stopsOnError(on);
      case "u", "nounset" -> shell.state().refusesUnset(on);
      case "f", "noglob" -> {} // there are no files
      default -> throw new UnsupportedCommandException("set -o " + option);
    }
  }

  private int let(List<String> arguments) {
    long value = 0;
    for (String argument : arguments) {
      value = Arithmetic.evaluate(argument, shell.state());
    }
    return value != 0 ? 0 : 1;
  }
}
