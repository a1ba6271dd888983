package mganalyze.runbook;

import java.util.function.IntPredicate;

/** Tells commands from their output by the words that they begin with. */
final class CommandWords {
  private CommandWords() {}

  /**
   * Whether a line can only be a command: {@code oc} with a verb, {@code export X=…}, a loop, an
   * assignment.
   */
  static boolean isCertain(String line) {
    String text = line.strip();
    int end = wordEnd(text, 0);
    String first = text.substring(0, end);
    String rest = text.substring(end).strip();
    String second = rest.substring(0, wordEnd(rest, 0));
    return switch (first) {
      case "oc", "kubectl" -> KnownWords.isVerb(second);
      case "virtctl", "odo", "helm", "subctl" -> isLowerCaseWord(second);
      case "export", "unset" -> !second.isEmpty() && isName(upTo(second, '='));
      case "for" -> isName(second) && rest.substring(second.length()).strip().startsWith("in ");
      case "while", "until" -> isCondition(second) || second.equals("read");
      case "if" -> isCondition(second);
      case "sudo", "watch", "time" -> isCertain(rest) || isLikely(rest);
      default -> isAssignment(text);
    };
  }

  /**
   * Whether a line begins with a program that documents often name, such as {@code ip} or {@code
   * cat}; output may do so, too.
   */
  static boolean isLikely(String line) {
    String text = line.strip();
    String first = text.substring(0, wordEnd(text, 0));
    boolean isTableRow = text.contains("   ") || text.endsWith(":");
    return !isTableRow && (KnownWords.isProgram(first) || first.startsWith("./") || isPath(first));
  }

  private static boolean isPath(String word) {
    return word.startsWith("/") && word.contains("bin/");
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String upTo(String word, char end) {
    int at = word.indexOf(end);
    return at < 0 ? word : word.substring(0, at);
  }

  private static boolean isName(String word) {
    return !word.isEmpty()
        && !Character.isDigit(word.charAt(0))
        && isAll(word, c -> c == '_' || Character.isLetterOrDigit(c));
  }

  private static boolean isAll(String word, IntPredicate wanted) {
    for (int i = 0; i < word.length(); i++) {
      if (!wanted.test(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerCaseWord(String word) {
    return !word.isEmpty() && isAll(word, c -> c == '-' || c >= 'a' && c <= 'z');
  }

  private static boolean isCondition(String word) {
    return switch (word) {
      case "[", "[[", "!", "true", ":", "oc", "kubectl", "grep", "test" -> true;
      default -> false;
    };
  }

  /**
   * {@code X=word}, {@code x=$(…)}, {@code X='a b'}, {@code X=1 oc get}; but not {@code level=error
   * msg="…"}, which logs print.
   */
  private static boolean isAssignment(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0 || !isName(text.substring(0, equals)) || equals + 1 == text.length()) {
      return false;
    }
    char next = text.charAt(equals + 1);
    boolean isComputed =
        next == '`' || text.startsWith("$(", equals + 1) || text.startsWith("\"$(", equals + 1);
    if (isComputed) {
      return true;
    }
    String name = text.substring(0, equals);
    boolean isUpperCase = name.equals(name.toUpperCase(java.util.Locale.ROOT));
    if (next == '\'' || next == '"') {
      int close = text.indexOf(next, equals + 2);
      return close < 0 || close == text.length() - 1 || isCertain(text.substring(close + 1));
    }
    int end = wordEnd(text, equals);
    return end == text.length()
        ? isUpperCase || next == '$'
        : text.startsWith("#", end + 1) || isCertain(text.substring(end));
  }
}
