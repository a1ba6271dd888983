package mganalyze.shell.awk;

import java.util.ArrayList;
import java.util.List;

/** Cuts an awk program into words. */
final class Lexer {
  private static final String[] OPERATORS = {
    "**=", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "**", "==", "<=", ">=", "!=",
    "!~", ">>", "|&", "{", "}", "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!",
    ">", "<", "|", "?", ":", "~", "$", "="
  };
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    while (at < text.length()) {
      next();
    }
    add(Token.Kind.END, "", at);
    return tokens;
  }

  private void add(Token.Kind kind, String word, int position) {
    tokens.add(new Token(kind, word, position));
  }

  private void next() {
    char c = text.charAt(at);
    if (c == ' ' || c == '\t' || c == '\r') {
      at++;
    } else if (text.startsWith("\\\n", at) || text.startsWith("\\\r\n", at)) {
      at = text.indexOf('\n', at) + 1;
    } else if (c == '#') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (c == '\n') {
      add(Token.Kind.NEWLINE, "\n", at++);
    } else if (c == '"') {
      string();
    } else if (c == '/' && regexMayStart()) {
      regex();
    } else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
      number();
    } else if (isNameStart(c)) {
      name();
    } else {
      operator();
    }
  }

  /** A slash divides behind a value, and starts an expression everywhere else. */
  private boolean regexMayStart() {
    if (tokens.isEmpty()) {
      return true;
    }
    Token last = tokens.get(tokens.size() - 1);
    return switch (last.kind()) {
      case NAME -> isKeyword(last.text());
      case NUMBER, STRING, REGEX -> false;
      case OPERATOR ->
          !(last.is(")") || last.is("]") || last.is("$") || last.is("++") || last.is("--"));
      default -> true;
    };
  }

  private static boolean isKeyword(String name) {
    return switch (name) {
      case "print", "printf", "return", "in", "exit", "do", "else", "delete" -> true;
      default -> false;
    };
  }

  private void string() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (true) {
      if (at >= text.length() || text.charAt(at) == '\n') {
        throw new AwkSyntaxException(
            new Token(Token.Kind.STRING, text.substring(start, at), start));
      }
      char c = text.charAt(at++);
      if (c == '"') {
        break;
      }
      if (c == '\\' && at < text.length()) {
        at = Strings.escape(text, at, value);
      } else {
        value.append(c);
      }
    }
    add(Token.Kind.STRING, value.toString(), start);
  }

  private void regex() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    boolean inBracket = false;
    while (true) {
      if (at >= text.length() || text.charAt(at) == '\n') {
        throw new AwkSyntaxException(new Token(Token.Kind.REGEX, text.substring(start, at), start));
      }
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        char escaped = text.charAt(at++);
        value.append(escaped == '/' ? "" : "\\").append(escaped);
        continue;
      }
      if (c == '/' && !inBracket) {
        break;
      }
      if (c == '[' && !inBracket) {
        inBracket = true;
        value.append(c);
        for (String literal : new String[] {"^", "]"}) {
          if (text.startsWith(literal, at)) {
            value.append(literal);
            at++;
          }
        }
        continue;
      }
      inBracket &= c != ']';
      value.append(c);
    }
    add(Token.Kind.REGEX, value.toString(), start);
  }

  private void number() {
    int start = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      int digit = at + 1;
      if (digit < text.length() && (text.charAt(digit) == '-' || text.charAt(digit) == '+')) {
        digit++;
      }
      if (digit < text.length() && isDigit(text.charAt(digit))) {
        at = digit;
        while (at < text.length() && isDigit(text.charAt(at))) {
          at++;
        }
      }
    }
    add(Token.Kind.NUMBER, text.substring(start, at), start);
  }

  private void name() {
    int start = at;
    while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    boolean isCall = at < text.length() && text.charAt(at) == '(';
    add(isCall ? Token.Kind.CALL : Token.Kind.NAME, text.substring(start, at), start);
  }

  private void operator() {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at)) {
        add(Token.Kind.OPERATOR, operator, at);
        at += operator.length();
        return;
      }
    }
    throw new AwkSyntaxException(
        new Token(Token.Kind.OPERATOR, Character.toString(text.codePointAt(at)), at));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
