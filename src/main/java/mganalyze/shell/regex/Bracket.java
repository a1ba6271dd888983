package mganalyze.shell.regex;

import mganalyze.shell.CharacterClass;
import mganalyze.shell.UnsupportedCommandException;

/** Reads {@code […]}, in which a backslash is only a backslash, except in awk. */
final class Bracket {
  private final String text;
  private final Syntax syntax;
  private final StringBuilder re2 = new StringBuilder("[");
  private boolean isWordOnly = true;
  private int at;

  /**
   * @param at behind the opening bracket
   */
  Bracket(String text, int at, Syntax syntax) {
    this.text = text;
    this.at = at;
    this.syntax = syntax;
  }

  Node.Set parse() {
    boolean isNegated = at < text.length() && text.charAt(at) == '^';
    if (isNegated) {
      re2.append('^');
      at++;
    }
    int first = at;
    while (true) {
      if (at >= text.length()) {
        throw new PatternException("Unmatched [, [^, [:, [., or [=");
      }
      if (text.charAt(at) == ']' && at > first) {
        at++;
        return new Node.Set(re2.append(']').toString(), isWordOnly && !isNegated);
      }
      item();
    }
  }

  /** Behind the closing bracket. */
  int end() {
    return at;
  }

  private void item() {
    if (text.startsWith("[:", at)) {
      int end = text.indexOf(":]", at + 2);
      if (end < 0) {
        throw new PatternException("Unmatched [, [^, [:, [., or [=");
      }
      String name = text.substring(at + 2, end);
      CharacterClass.named(name);
      re2.append("[:").append(name).append(":]");
      isWordOnly &= "alpha digit alnum upper lower xdigit".contains(name);
      at = end + 2;
      return;
    }
    int low = character();
    boolean isRange =
        at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
    if (!isRange) {
      isWordOnly &= isWord(low);
      writeCharacter(low, re2);
      return;
    }
    at++;
    int high = character();
    if (high < low) {
      throw new PatternException("Invalid range end");
    }
    writeCharacter(low, re2);
    re2.append('-');
    writeCharacter(high, re2);
    isWordOnly &= isWord(low) && isWord(high) && high - low < 26;
  }

  private int character() {
    if (text.startsWith("[.", at) || text.startsWith("[=", at)) {
      int end = text.indexOf(text.charAt(at + 1) + "]", at + 2);
      if (end < 0 || text.codePointCount(at + 2, end) != 1) {
        throw new UnsupportedCommandException(text.substring(at, end < 0 ? at + 2 : end + 2));
      }
      int codePoint = text.codePointAt(at + 2);
      at = end + 2;
      return codePoint;
    }
    int codePoint = text.codePointAt(at);
    at += Character.charCount(codePoint);
    if (codePoint != '\\' || !syntax.hasEscapes() || at >= text.length()) {
      return codePoint;
    }
    return escape();
  }

  private int escape() {
    char next = text.charAt(at);
    int control = "ntrfv".indexOf(next);
    if (control >= 0) {
      at++;
      return "\n\t\r\f\013".charAt(control);
    }
    if (syntax == Syntax.AWK) {
      at++;
      return next;
    }
    return '\\';
  }

  static boolean isWord(int c) {
    return c == '_' || c < 0x80 && java.lang.Character.isLetterOrDigit(c);
  }

  static void writeCharacter(int codePoint, StringBuilder re2) {
    boolean isPlain = codePoint >= 0x80 && !(codePoint >= 0xD800 && codePoint < 0xE000);
    if (isPlain || isWord(codePoint) || codePoint == ' ') {
      re2.appendCodePoint(codePoint);
    } else {
      re2.append("\\x{").append(Integer.toHexString(codePoint)).append('}');
    }
  }
}
