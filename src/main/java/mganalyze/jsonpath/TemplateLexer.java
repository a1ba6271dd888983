package mganalyze.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mganalyze.jsonpath.TemplateToken.Kind;

/** Cuts a Go template into text and the words between its braces. */
final class TemplateLexer {

  private final String input;
  private int pos;

  TemplateLexer(String input) {
    this.input = input;
  }

  boolean isAtEnd() {
    return pos >= input.length();
  }

  /** The text up to the next braces, without the blanks that they cut off. */
  String text() {
    int open = input.indexOf("{{", pos);
    int end = open < 0 ? input.length() : open;
    String text = input.substring(pos, end);
    pos = end;
    return open >= 0 && isTrimmed(open + 2) ? stripEnd(text) : text;
  }

  private boolean isTrimmed(int at) {
    return input.startsWith("-", at) && at + 1 < input.length() && isSpace(input.charAt(at + 1));
  }

  private static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** The words of the braces that follow; empty for a comment. */
  List<TemplateToken> action() {
    pos += 2;
    if (isTrimmed(pos)) {
      pos += 2;
    }
    if (input.startsWith("/*", pos)) {
      skipComment();
      return List.of();
    }
    List<TemplateToken> tokens = new ArrayList<>();
    while (true) {
      boolean isSpaced = skipSpace();
      if (skipClose(isSpaced)) {
        tokens.add(new TemplateToken(Kind.END, "", isSpaced));
        return tokens;
      }
      if (isAtEnd()) {
        throw new GoTemplateException("unclosed action");
      }
      int start = pos;
      Kind kind = token();
      tokens.add(new TemplateToken(kind, input.substring(start, pos), isSpaced));
    }
  }

  private void skipComment() {
    int end = input.indexOf("*/", pos + 2);
    if (end < 0) {
      throw new GoTemplateException("unclosed comment");
    }
    pos = end + 2;
    if (!skipClose(skipSpace())) {
      throw new GoTemplateException("comment ends before closing delimiter");
    }
  }

  private boolean skipClose(boolean isSpaced) {
    if (isSpaced && input.startsWith("-}}", pos)) {
      pos += 3;
      skipSpace();
      return true;
    }
    if (input.startsWith("}}", pos)) {
      pos += 2;
      return true;
    }
    return false;
  }

  private boolean skipSpace() {
    int start = pos;
    while (pos < input.length() && isSpace(input.charAt(pos))) {
      pos++;
    }
    return pos > start;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private Kind token() {
    char c = input.charAt(pos++);
    boolean isNumberNext = pos < input.length() && Character.isDigit(input.charAt(pos));
    switch (c) {
      case '"':
        return quoted('"', Kind.TEXT, "unterminated quoted string");
      case '\'':
        return quoted('\'', Kind.CHARACTER, "unterminated character constant");
      case '`':
        return quoted('`', Kind.RAW_TEXT, "unterminated raw quoted string");
      case '(', ')', '|', ',', '=':
        return Kind.SIGN;
      case ':':
        if (pos < input.length() && input.charAt(pos) == '=') {
          pos++;
          return Kind.SIGN;
        }
        throw new GoTemplateException("expected :=");
      case '$':
        skipWord();
        return Kind.VARIABLE;
      case '.':
        if (isNumberNext) {
          break;
        }
        return skipWord() ? Kind.FIELD : Kind.DOT;
      default:
        break;
    }
    if (Character.isDigit(c) || isNumberNext && (c == '.' || c == '-' || c == '+')) {
      return number();
    }
    if (isWordCharacter(c)) {
      skipWord();
      return Kind.WORD;
    }
    throw new GoTemplateException("unexpected \"" + c + "\" in command");
  }

  private Kind quoted(char quote, Kind kind, String fault) {
    while (pos < input.length() && (input.charAt(pos) != '\n' || quote == '`')) {
      char c = input.charAt(pos++);
      if (c == quote) {
        return kind;
      }
      if (c == '\\' && quote != '`' && pos < input.length()) {
        pos++;
      }
    }
    throw new GoTemplateException(fault);
  }

  private Kind number() {
    while (pos < input.length()) {
      char c = input.charAt(pos);
      char before = Character.toLowerCase(input.charAt(pos - 1));
      boolean isSignOfExponent = (c == '-' || c == '+') && before == 'e';
      if (!isWordCharacter(c) && c != '.' && !isSignOfExponent) {
        break;
      }
      pos++;
    }
    return Kind.NUMBER;
  }

  private boolean skipWord() {
    int start = pos;
    while (pos < input.length() && isWordCharacter(input.charAt(pos))) {
      pos++;
    }
    if (pos < input.length() && !isWordEnd(input.charAt(pos))) {
      int c = input.codePointAt(pos);
      throw new GoTemplateException(
          "bad character " + String.format(Locale.ROOT, "U+%04X '%s'", c, Character.toString(c)));
    }
    return pos > start;
  }

  private boolean isWordEnd(char c) {
    return isSpace(c)
        || c == '.'
        || c == ','
        || c == '|'
        || c == ':'
        || c == ')'
        || c == '('
        || input.startsWith("}}", pos);
  }

  private static boolean isWordCharacter(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
