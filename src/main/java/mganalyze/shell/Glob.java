package mganalyze.shell;

import java.util.List;

/**
 * A shell pattern: {@code *}, {@code ?} and {@code […]}; quoted characters stand for themselves.
 */
final class Glob {
  private final StringBuilder pattern = new StringBuilder();

  Glob(List<Piece> pieces) {
    for (Piece piece : pieces) {
      for (char c : piece.text().toCharArray()) {
        if (piece.origin() == Piece.Origin.QUOTED) {
          pattern.append('\\');
        }
        pattern.append(c);
      }
    }
  }

  boolean matches(String text) {
    return matches(text, 0, text.length());
  }

  /** Linear in text times pattern: only the last star is ever tried again. */
  boolean matches(String text, int from, int to) {
    int at = from;
    int p = 0;
    int starPattern = -1;
    int starText = 0;
    while (true) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        starPattern = ++p;
        starText = at;
        continue;
      }
      int next = at < to && p < pattern.length() ? matchOne(text.charAt(at), p) : -1;
      if (next >= 0) {
        at++;
        p = next;
      } else if (at == to && p == pattern.length()) {
        return true;
      } else if (starPattern >= 0 && starText < to) {
        at = ++starText;
        p = starPattern;
      } else {
        return false;
      }
    }
  }

  /** The pattern position behind the item at {@code p} if it matches {@code c}, or -1. */
  private int matchOne(char c, int p) {
    char item = pattern.charAt(p);
    if (item == '?') {
      return p + 1;
    }
    if (item == '[') {
      int close = closingBracket(p);
      if (close > 0) {
        return matchesBracket(c, p + 1, close) ? close + 1 : -1;
      }
    }
    if (item == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return item == c ? p + 1 : -1;
  }

  private int closingBracket(int open) {
    int at = open + 1;
    if (at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^')) {
      at++;
    }
    if (at < pattern.length() && pattern.charAt(at) == ']') {
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      boolean mayBeClass = pattern.charAt(at) == '[' && at + 1 < pattern.length();
      int end = mayBeClass && pattern.charAt(at + 1) == ':' ? pattern.indexOf(":]", at + 2) : -1;
      at = end > 0 ? end + 2 : pattern.charAt(at) == '\\' ? at + 2 : at + 1;
    }
    return at < pattern.length() ? at : -1;
  }

  private boolean matchesBracket(char c, int from, int close) {
    boolean isNegated = pattern.charAt(from) == '!' || pattern.charAt(from) == '^';
    int at = isNegated ? from + 1 : from;
    boolean found = false;
    while (at < close) {
      int end = pattern.charAt(at + 1) == ':' ? pattern.indexOf(":]", at + 2) : -1;
      if (pattern.charAt(at) == '[' && end > 0 && end < close) {
        found |= CharacterClass.named(pattern.substring(at + 2, end)).contains(c);
        at = end + 2;
        continue;
      }
      at = pattern.charAt(at) == '\\' ? at + 1 : at;
      char low = pattern.charAt(at);
      boolean isRange = at + 2 < close && pattern.charAt(at + 1) == '-';
      char high = isRange ? pattern.charAt(at + 2) : low;
      found |= c >= low && c <= high;
      at += isRange ? 3 : 1;
    }
    return found != isNegated;
  }
}
