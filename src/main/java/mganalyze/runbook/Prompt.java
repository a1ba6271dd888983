package mganalyze.runbook;

/** The prompt before a command in a block that was copied from a terminal. */
final class Prompt {
  private Prompt() {}

  /** Characters of a line up to the command behind a prompt; 0 if the line has none. */
  static int length(String line) {
    int start = 0;
    while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    String word = line.substring(start, end);
    if (word.startsWith("[") && !word.endsWith("$") && !word.endsWith("#")) {
      end = Math.max(line.indexOf("]$ ", end), line.indexOf("]# ", end)) + 2;
      word = end > 1 ? line.substring(start, end) : "";
    }
    if (end >= line.length() || word.isEmpty()) {
      return gluedLength(line, start);
    }
    String command = line.substring(end).strip();
    boolean isPrompt =
        word.equals("$")
            || isNamed(word)
            || (word.equals("#") && CommandWords.isCertain(command))
            || ((word.equals("%") || word.equals(">")) && CommandWords.isCertain(command));
    return isPrompt && !command.isEmpty() ? line.indexOf(command, end) : gluedLength(line, start);
  }

  /** {@code $oc get pods}, with the blank forgotten. */
  private static int gluedLength(String line, int start) {
    boolean isGlued =
        line.startsWith("$", start) && CommandWords.isCertain(line.substring(start + 1));
    return isGlued ? start + 1 : 0;
  }

  /** {@code [core@node ~]$}, {@code user@host:~$}, {@code sh-4.4#}. */
  private static boolean isNamed(String word) {
    boolean ends = word.endsWith("$") || word.endsWith("#");
    return ends
        && (word.startsWith("[") || word.contains("@") || isInside(word) || word.equals("~$"));
  }

  /** Whether a line stands at the prompt of a shell in a container or on a node. */
  static boolean isInside(String line) {
    String text = line.stripLeading();
    return text.startsWith("sh-") || text.startsWith("bash-") || text.startsWith("etcd-");
  }
}
