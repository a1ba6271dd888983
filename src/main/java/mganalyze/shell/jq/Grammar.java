package mganalyze.shell.jq;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Writes a program so that the library's grammar reads it as jq's does.
 *
 * <ul>
 *   <li>{@code and} binds tighter than {@code or}; the library reads both from left to right. What
 *       stands behind an {@code or} and has an {@code and} is put in brackets.
 *   <li>{@code if} may go without {@code else}: {@code else .} is added.
 *   <li>Values in strings are written as {@code tostring} writes them, which the library does only
 *       for strings with a format: {@code @text} is added.
 *   <li>A whole number of any length is one: what has more digits than a long becomes a decimal.
 * </ul>
 */
public final class Grammar {
  /** One bracket, {@code if … end}, or the whole program. */
  private static final class Level {
    private final char close;
    private int behindOr = -1;
    private boolean hasAnd;
    private boolean hasElse;

    Level(char close) {
      this.close = close;
    }
  }

  private static final char END = 'e';
  private static final char NOTHING = '\0';
  private static final Pattern DIFFERENT = Pattern.compile("\\bor\\b|\\bif\\b|\\\\\\(|[0-9]{19}");
  private static final int MOST_DIGITS = 18;

  private final String program;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Level> levels = new ArrayDeque<>();
  private int at;

  /** Whether the last word was the name of a format. */
  private boolean hasFormat;

  private Grammar(String program) {
    this.program = program;
  }

  /** The program as the library has to see it. */
  public static String adapted(String program) {
    if (!DIFFERENT.matcher(program).find()) {
      return program;
    }
    Grammar grammar = new Grammar(program);
    grammar.levels.push(new Level(NOTHING));
    while (grammar.at < program.length()) {
      grammar.token();
    }
    grammar.endOperands();
    return grammar.out.toString();
  }

  private void token() {
    char c = program.charAt(at);
    if (Character.isWhitespace(c)) {
      copyTo(at + 1);
      return;
    }
    boolean mayBeText = !hasFormat && !program.startsWith(".", at - 1);
    hasFormat = c == '@';
    if (c == '#') {
      // Left out: a bracket might come to stand behind it.
      int end = program.indexOf('\n', at);
      at = end < 0 ? program.length() : end;
    } else if (c == '"') {
      string(mayBeText);
    } else if (c == '.' || c == '$' || c == '@') {
      // The name of a field, a variable or a format is no operator.
      copyTo(wordEnd(at + 1));
    } else if (isWordPart(c)) {
      word();
    } else {
      symbol(c);
    }
  }

  private void word() {
    int end = wordEnd(at);
    String word = program.substring(at, end);
    boolean isKey = end < program.length() && program.charAt(end) == ':';
    Level level = levels.element();
    if (isKey) {
      copyTo(end);
      return;
    }
    if (isLong(word) && !program.startsWith(".", end)) {
      copyTo(end);
      out.append(".0");
      return;
    }
    switch (word) {
      case "or" -> {
        endOperands();
        copyTo(end);
        level.behindOr = out.length();
      }
      case "and" -> {
        level.hasAnd = level.behindOr >= 0;
        copyTo(end);
      }
      case "if" -> open(END, end);
      case "end" -> {
        endOperands();
        if (level.close == END && !level.hasElse) {
          out.append(" else . ");
        }
        close(END, end);
      }
      case "then", "elif", "else" -> {
        endOperands();
        level.hasElse |= word.equals("else");
        copyTo(end);
      }
      default -> copyTo(end);
    }
  }

  private void symbol(char c) {
    switch (c) {
      case '(' -> open(')', at + 1);
      case '[' -> open(']', at + 1);
      case '{' -> open('}', at + 1);
      case ')', ']', '}' -> close(c, at + 1);
      default -> {
        if (endsOperands(c)) {
          endOperands();
        }
        boolean isComparison = "=!<>".indexOf(c) >= 0 && program.startsWith("=", at + 1);
        copyTo(at + (isComparison ? 2 : 1));
      }
    }
  }

  /** Whether an operator begins here that binds less than {@code or}. */
  private boolean endsOperands(char c) {
    return switch (c) {
      case '|', ',', ';', ':' -> true;
      case '=' -> !program.startsWith("=", at + 1);
      case '/' -> program.startsWith("//", at) || program.startsWith("/=", at);
      case '+', '-', '*', '%' -> program.startsWith("=", at + 1);
      default -> false;
    };
  }

  private void open(char close, int end) {
    copyTo(end);
    levels.push(new Level(close));
  }

  /** Leaves a level; a bracket that does not fit is the compiler's to complain about. */
  private void close(char close, int end) {
    endOperands();
    if (levels.element().close == close) {
      levels.pop();
    }
    copyTo(end);
  }

  private void endOperands() {
    Level level = levels.element();
    if (level.hasAnd) {
      out.insert(level.behindOr, '(').append(')');
    }
    level.behindOr = -1;
    level.hasAnd = false;
  }

  private static boolean isLong(String word) {
    return word.length() > MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Reads from the opening to the closing quote; what stands in {@code \(…)} is program again.
   *
   * @param mayBeText whether a format may be put before it
   */
  private void string(boolean mayBeText) {
    int start = out.length();
    boolean isText = !mayBeText;
    copyTo(at + 1);
    while (at < program.length()) {
      char c = program.charAt(at);
      if (c == '"') {
        copyTo(at + 1);
        return;
      }
      if (c == '\\' && program.startsWith("(", at + 1)) {
        if (!isText) {
          out.insert(start, "@text ");
          isText = true;
        }
        int outside = levels.size();
        open(')', at + 2);
        while (at < program.length() && levels.size() > outside) {
          token();
        }
      } else {
        copyTo(Math.min(program.length(), at + (c == '\\' ? 2 : 1)));
      }
    }
  }

  private void copyTo(int end) {
    out.append(program, at, end);
    at = end;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < program.length() && isWordPart(program.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
