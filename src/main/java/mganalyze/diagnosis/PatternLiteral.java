package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds text that every match of a regular expression must hold, so that most lines can be passed
 * over as bytes.
 */
final class PatternLiteral {
  private static final String SPECIAL = "\\.[]{}()*+?^$|";

  /** Letters that mean all that they mean together with the backslash before them. */
  private static final String SHORT_ESCAPES = "dDsSwWbBAzntrfva";

  private PatternLiteral() {}

  /**
   * Texts of which every match holds at least one: the longest that is easy to see of each
   * alternative of the pattern. Empty if an alternative has none, or the pattern has flags or
   * escapes, such as {@code \x41}, that change what the characters behind them mean.
   */
  static List<String> of(String pattern) {
    if (hasFlags(pattern) || hasLongEscapes(pattern)) {
      return List.of();
    }
    List<String> literals = new ArrayList<>();
    for (String alternative : outerAlternatives(pattern)) {
      String literal = longest(alternative);
      if (literal.isEmpty()) {
        return List.of();
      }
      literals.add(literal);
    }
    return List.copyOf(literals);
  }

  private static boolean hasFlags(String pattern) {
    int at = pattern.indexOf("(?");
    while (at >= 0) {
      if (!pattern.startsWith(":", at + 2)
          && !pattern.startsWith("P<", at + 2)
          && !pattern.startsWith("<", at + 2)) {
        return true;
      }
      at = pattern.indexOf("(?", at + 2);
    }
    return false;
  }

  private static boolean hasLongEscapes(String pattern) {
    for (int i = 0; i + 1 < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
        char c = pattern.charAt(i);
        if (Character.isLetterOrDigit(c) && SHORT_ESCAPES.indexOf(c) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static String longest(String pattern) {
    String best = "";
    StringBuilder run = new StringBuilder();
    int depth = 0;
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      boolean plain = depth == 0 && SPECIAL.indexOf(c) < 0;
      char literal = c;
      int width = 1;
      if (depth == 0
          && c == '\\'
          && i + 1 < pattern.length()
          && SPECIAL.indexOf(pattern.charAt(i + 1)) >= 0) {
        plain = true;
        literal = pattern.charAt(i + 1);
        width = 2;
      } else if (c == '\\') {
        width = 2;
      }
      if (plain && !isOptional(pattern, i + width)) {
        run.append(literal);
      } else {
        best = run.length() > best.length() ? run.toString() : best;
        run.setLength(0);
      }
      if (width == 1) {
        if (c == '[') {
          i = classEnd(pattern, i);
        } else if (c == '{') {
          i = Math.max(i, pattern.indexOf('}', i));
        } else if (c == '(') {
          depth++;
        } else if (c == ')') {
          depth--;
        }
      }
      i += width;
    }
    return run.length() > best.length() ? run.toString() : best;
  }

  private static boolean isOptional(String pattern, int next) {
    return next < pattern.length() && "*?{".indexOf(pattern.charAt(next)) >= 0;
  }

  private static int classEnd(String pattern, int open) {
    int i = open + 1;
    if (i < pattern.length() && pattern.charAt(i) == '^') {
      i++;
    }
    if (i < pattern.length() && pattern.charAt(i) == ']') {
      i++;
    }
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      int named = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i + 2) : -1;
      i = named >= 0 ? named + 2 : i + (pattern.charAt(i) == '\\' ? 2 : 1);
    }
    return Math.min(i, pattern.length() - 1);
  }

  private static List<String> outerAlternatives(String pattern) {
    List<String> alternatives = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        i = classEnd(pattern, i);
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '|' && depth == 0) {
        alternatives.add(pattern.substring(start, i));
        start = i + 1;
      }
    }
    alternatives.add(pattern.substring(start));
    return alternatives;
  }
}
