package mganalyze.diagnosis;

import java.util.Map;

/** Shows a command with its variables filled in, for a reader; what runs is the command itself. */
final class VariableText {
  private VariableText() {}

  /** Replaces {@code $NAME} and {@code ${NAME}} outside single quotes; unknown ones stay. */
  static String fill(String command, Map<String, String> variables) {
    StringBuilder text = new StringBuilder(command.length());
    boolean quoted = false;
    int i = 0;
    while (i < command.length()) {
      char c = command.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      }
      if (c != '$' || quoted) {
        text.append(c);
        i++;
        continue;
      }
      boolean braced = i + 1 < command.length() && command.charAt(i + 1) == '{';
      int from = i + (braced ? 2 : 1);
      int to = from;
      while (to < command.length()
          && (Character.isLetterOrDigit(command.charAt(to)) || command.charAt(to) == '_')) {
        to++;
      }
      String value =
          to == from || (braced && (to == command.length() || command.charAt(to) != '}'))
              ? null
              : variables.get(command.substring(from, to));
      if (value == null) {
        text.append(c);
        i++;
      } else {
        // Unquoted, a leading or trailing line feed of the value is lost as the shell splits it.
        text.append(value.strip());
        i = braced ? to + 1 : to;
      }
    }
    return text.toString();
  }
}
