package mganalyze.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The functions that a jq program calls, read off its text: the compiler resolves names only when a
 * call is reached, which may be on a customer's archive.
 */
final class JqCalls {
  private static final Set<String> WORDS =
      Set.of(
          "and", "or", "if", "then", "elif", "else", "end", "as", "def", "reduce", "foreach", "try",
          "catch", "null", "true", "false", "label", "import", "include", "break", "__loc__");

  private final String text;
  private final List<Call> calls = new ArrayList<>();
  private final Set<String> own = new HashSet<>();
  private int at;

  private JqCalls(String text) {
    this.text = text;
  }

  /** A call with its number of arguments. */
  record Call(String name, int arguments) {}

  /** The calls of functions that the program does not define itself. */
  static List<Call> in(String program) {
    JqCalls scan = new JqCalls(program);
    scan.block('\0');
    return scan.calls.stream().filter(call -> !scan.own.contains(call.name())).distinct().toList();
  }

  /** Reads to the closing bracket of a block; gives the number of its arguments. */
  private int block(char close) {
    int arguments = 1;
    boolean atKey = close == '}';
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == close) {
        at++;
        return arguments;
      }
      if (c == '#') {
        skipComment();
      } else if (c == '"') {
        at++;
        string();
        atKey = false;
      } else if (isWordStart(c)) {
        word(atKey);
        atKey = false;
      } else if (c == '.' || c == '$' || c == '@') {
        at++;
        skipWord();
        atKey = false;
      } else {
        at++;
        if (c == '(' || c == '[' || c == '{') {
          block(c == '(' ? ')' : c == '[' ? ']' : '}');
          atKey = false;
        } else if (c == ';') {
          arguments++;
        } else if (c == ',' && close == '}') {
          atKey = true;
        } else if (Character.isDigit(c)) {
          skipWord();
        }
      }
    }
    return arguments;
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private String skipWord() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Reads to the closing quote; what stands in {@code \(…)} is program again. */
  private void string() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < text.length()) {
        if (text.charAt(at++) == '(') {
          block(')');
        }
      }
    }
  }

  private void word(boolean isKey) {
    String name = skipWord();
    if (isKey) {
      return;
    }
    if (name.equals("def")) {
      definition();
    } else if (name.equals("label") || name.equals("break")) {
      skipBlanks();
    } else if (!WORDS.contains(name)) {
      int arguments = 0;
      if (at < text.length() && text.charAt(at) == '(') {
        at++;
        arguments = block(')');
      }
      calls.add(new Call(name, arguments));
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** The name and the parameters are the program's own from here on. */
  private void definition() {
    while (at < text.length() && text.charAt(at) != ':') {
      if (isWordStart(text.charAt(at))) {
        own.add(skipWord());
      } else {
        at++;
      }
    }
  }
}
