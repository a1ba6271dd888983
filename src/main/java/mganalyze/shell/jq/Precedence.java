package mganalyze.shell.jq;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets {@code and} bind tighter than {@code or}, as in jq; the library reads both from left to
 * right, so that {@code x or y and z} would mean {@code (x or y) and z}. What stands behind an
 * {@code or} and has an {@code and} is put in brackets before the library sees it.
 */
public final class Precedence {
  /** One bracket, {@code if … end}, or the whole program. */
  private static final class Level {
    private final char close;
    private int behindOr = -1;
    private boolean hasAnd;

    Level(char close) {
      this.close = close;
    }
  }

  private static final char END = 'e';
  private static final char NOTHING = '\0';

  private final String program;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Level> levels = new ArrayDeque<>();
  private int at;

  private Precedence(String program) {
    this.program = program;
  }

  /** The program with the brackets that it needs; itself where it needs none. */
  public static String bracketed(String program) {
    int or = program.indexOf("or");
    if (or < 0 || program.indexOf("and", or) < 0) {
      return program;
    }
    Precedence precedence = new Precedence(program);
    precedence.levels.push(new Level(NOTHING));
    while (precedence.at < program.length()) {
      precedence.token();
    }
    precedence.endOperands();
    return precedence.out.toString();
  }

  private void token() {
    char c = program.charAt(at);
    if (c == '#') {
      // Left out: a bracket might come to stand behind it.
      int end = program.indexOf('\n', at);
      at = end < 0 ? program.length() : end;
    } else if (c == '"') {
      copyTo(at + 1);
      string();
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
      case "end" -> close(END, end);
      case "then", "elif", "else" -> {
        endOperands();
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

  /** Reads to the closing quote; what stands in {@code \(…)} is program again. */
  private void string() {
    while (at < program.length()) {
      char c = program.charAt(at);
      if (c == '"') {
        copyTo(at + 1);
        return;
      }
      if (c == '\\' && program.startsWith("(", at + 1)) {
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
