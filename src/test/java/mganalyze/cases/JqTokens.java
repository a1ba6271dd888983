package mganalyze.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The tokens of a jq program with their places. Texts and comments are left out; what is
 * interpolated into a text makes words for people and is left out as well.
 */
final class JqTokens {
  private static final List<String> LONG = List.of("==", "!=", "<=", ">=", "//", "|=", "+=", "..");

  private final String program;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private JqTokens(String program) {
    this.program = program;
  }

  /** A word with the mark before it ({@code .name}, {@code $name}), a number or an operator. */
  record Token(String text, int start) {
    int end() {
      return start + text.length();
    }

    boolean isNumber() {
      return Character.isDigit(text.charAt(0));
    }
  }

  static List<Token> of(String program) {
    JqTokens reader = new JqTokens(program);
    while (reader.at < program.length()) {
      reader.next();
    }
    return reader.tokens;
  }

  private void next() {
    char c = program.charAt(at);
    if (c == '#') {
      int end = program.indexOf('\n', at);
      at = end < 0 ? program.length() : end;
    } else if (c == '"') {
      skipText();
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (Character.isDigit(c)) {
      take(next -> Character.isDigit(next) || next == '.');
    } else if (isWord(c)
        || (".$@".indexOf(c) >= 0 && at + 1 < program.length() && isWord(program.charAt(at + 1)))) {
      int start = at++;
      while (at < program.length() && isWord(program.charAt(at))) {
        at++;
      }
      tokens.add(new Token(program.substring(start, at), start));
    } else {
      String text =
          LONG.stream()
              .filter(l -> program.startsWith(l, at))
              .findFirst()
              .orElse(String.valueOf(c));
      tokens.add(new Token(text, at));
      at += text.length();
    }
  }

  private void take(IntPredicate more) {
    int start = at;
    while (at < program.length() && more.test(program.charAt(at))) {
      at++;
    }
    tokens.add(new Token(program.substring(start, at), start));
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** Over a text, and over programs in it with texts of their own. */
  private void skipText() {
    at++;
    while (program.charAt(at) != '"') {
      if (program.charAt(at) != '\\') {
        at++;
      } else if (program.charAt(at + 1) != '(') {
        at += 2;
      } else {
        at += 2;
        for (int depth = 1; depth > 0; ) {
          char c = program.charAt(at);
          if (c == '"') {
            skipText();
          } else {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at++;
          }
        }
      }
    }
    at++;
  }
}
