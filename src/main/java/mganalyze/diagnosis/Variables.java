package mganalyze.diagnosis;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import mganalyze.finding.Nullable;

/** The variables in the text of a command. */
final class Variables {
  private Variables() {}

  /** What stands at a dollar sign. */
  private record Use(String name, int end, boolean isPlain) {}

  /**
   * The names that a command needs from the commands before it: those that it does not set itself
   * and gives no default for.
   */
  static Set<String> needed(String command) {
    Set<String> names = new LinkedHashSet<>();
    Quotes quotes = new Quotes();
    for (int i = 0; i < command.length(); i++) {
      boolean isLiteral = quotes.see(command, i);
      Use use = isLiteral ? null : use(command, i);
      if (use != null && use.isPlain() && !sets(command, use.name()) && !isOwn(use.name())) {
        names.add(use.name());
      }
    }
    return names;
  }

  /** Shows a command with its variables filled in, for a reader; unknown ones stay. */
  static String fill(String command, Map<String, String> variables) {
    StringBuilder text = new StringBuilder(command.length());
    Quotes quotes = new Quotes();
    int i = 0;
    while (i < command.length()) {
      boolean isLiteral = quotes.see(command, i);
      Use use = isLiteral ? null : use(command, i);
      String value =
          use == null || !use.isPlain() ? "" : variables.getOrDefault(use.name(), "").strip();
      if (use == null || value.isEmpty() || sets(command, use.name())) {
        text.append(command.charAt(i));
        i++;
      } else {
        // Unquoted, line feeds in the value are lost as the shell splits it.
        text.append(value.replaceAll("\\s+", " "));
        i = use.end();
      }
    }
    return text.toString();
  }

  /** Whether a command gives a variable a value. */
  static boolean sets(String command, String name) {
    return follows(command, name + "=", "")
        || follows(command, name, "for ")
        || follows(command, name, "read ")
        || follows(command, name, "read -r ");
  }

  private static @Nullable Use use(String command, int dollar) {
    if (command.charAt(dollar) != '$') {
      return null;
    }
    boolean isBraced = command.startsWith("{", dollar + 1);
    int from = dollar + (isBraced ? 2 : 1);
    int to = from;
    while (to < command.length() && isNamePart(command.charAt(to))) {
      to++;
    }
    if (to == from || Character.isDigit(command.charAt(from))) {
      return null;
    }
    boolean isPlain = !isBraced || command.startsWith("}", to);
    return new Use(command.substring(from, to), isBraced ? to + 1 : to, isPlain);
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static boolean follows(String command, String word, String before) {
    int at = command.indexOf(before + word);
    while (at >= 0) {
      boolean starts =
          at == 0
              || !isNamePart(command.charAt(at - 1))
                  && command.charAt(at - 1) != '$'
                  && command.charAt(at - 1) != '{';
      int end = at + before.length() + word.length();
      boolean ends =
          word.endsWith("=") || end == command.length() || !isNamePart(command.charAt(end));
      if (starts && ends) {
        return true;
      }
      at = command.indexOf(before + word, at + 1);
    }
    return false;
  }

  /** Variables that a shell has without being told. */
  private static boolean isOwn(String name) {
    return switch (name) {
      case "HOME",
          "PATH",
          "USER",
          "PWD",
          "KUBECONFIG",
          "HOSTNAME",
          "RANDOM",
          "IFS",
          "SHELL",
          "UID",
          "EUID",
          "LANG",
          "TERM",
          "TMPDIR" ->
          true;
      default -> false;
    };
  }

  /** Which characters stand in single quotes or behind a backslash. */
  private static final class Quotes {
    private boolean isSingle;
    private boolean isDouble;
    private int escaped = -1;

    /** Takes the next character; whether it stands for itself. */
    boolean see(String text, int at) {
      char c = text.charAt(at);
      if (at == escaped) {
        return true;
      }
      if (isSingle) {
        isSingle = c != '\'';
        return true;
      }
      if (c == '\\') {
        escaped = at + 1;
      } else if (c == '"') {
        isDouble = !isDouble;
      } else if (c == '\'') {
        isSingle = !isDouble;
      }
      return false;
    }
  }
}
