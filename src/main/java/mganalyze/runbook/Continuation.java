package mganalyze.runbook;

/**
 * Tells whether a command goes on in the next line: after a backslash, inside quotes or a
 * substitution, after a pipe, inside a loop or a here-document.
 */
public final class Continuation {
  private Continuation() {}

  /** Whether more lines are wanted. */
  public static boolean isOpen(CharSequence command) {
    char quote = 0;
    int depth = 0;
    int blocks = 0;
    char last = 0;
    StringBuilder word = new StringBuilder();
    int length = command.length();
    for (int i = 0; i < length; i++) {
      char c = command.charAt(i);
      if (quote != 0) {
        if (c == '\\' && quote == '"' && i + 1 < length) {
          i++;
        } else if (c == quote) {
          quote = 0;
        } else if (quote == '"' && c == '$' && i + 1 < length && command.charAt(i + 1) == '(') {
          int end = closing(command, i + 2);
          if (end < 0) {
            return true;
          }
          i = end;
        }
        last = 'q';
        continue;
      }
      if (c == '\\') {
        if (i + 1 == length) {
          return true;
        }
        i++;
        last = 'w';
        continue;
      }
      if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      if (Character.isLetter(c)) {
        word.append(c);
      } else {
        blocks += weight(word);
        word.setLength(0);
      }
      if (!Character.isWhitespace(c)) {
        last = c;
      }
    }
    blocks += weight(word);
    return quote != 0
        || depth > 0
        || blocks > 0
        || last == '|'
        || endsWithAnd(command)
        || isHereDocumentOpen(command);
  }

  private static int weight(CharSequence word) {
    return switch (word.toString()) {
      case "do" -> 1;
      case "done" -> -1;
      default -> 0;
    };
  }

  private static boolean endsWithAnd(CharSequence command) {
    return command.toString().stripTrailing().endsWith("&&");
  }

  private static int closing(CharSequence command, int from) {
    int depth = 1;
    char quote = 0;
    for (int i = from; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isHereDocumentOpen(CharSequence command) {
    String text = command.toString();
    int at = text.indexOf("<<");
    if (at < 0 || text.startsWith("<<<", at)) {
      return false;
    }
    int from = at + 2;
    while (from < text.length()
        && (text.charAt(from) == '-'
            || text.charAt(from) == ' '
            || text.charAt(from) == '\''
            || text.charAt(from) == '"')) {
      from++;
    }
    int to = from;
    while (to < text.length()
        && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '_')) {
      to++;
    }
    String end = text.substring(from, to);
    return !end.isEmpty() && text.lines().skip(1).noneMatch(line -> line.strip().equals(end));
  }
}
