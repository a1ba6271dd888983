package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** How a text is written in YAML, by the rules of Go's emitter (a port of libyaml). */
enum ScalarStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL;

  private static final int LONGEST_SPECIAL = 400;
  private static final int LONGEST_WORD = "false".length();

  /**
   * @param isSimpleKey whether it is the key of a line {@code key: value}
   */
  static ScalarStyle of(String text, boolean isSimpleKey) {
    if (text.isEmpty()) {
      return DOUBLE_QUOTED;
    }
    Traits traits = new Traits(text);
    if (text.indexOf('\n') >= 0) {
      return traits.isBlockAllowed() && !isSimpleKey ? LITERAL : DOUBLE_QUOTED;
    }
    if (isSimpleKey && traits.hasBreaks || means(text)) {
      return DOUBLE_QUOTED;
    }
    if (traits.isPlainAllowed()) {
      return PLAIN;
    }
    return traits.isSingleQuotedAllowed() ? SINGLE_QUOTED : DOUBLE_QUOTED;
  }

  /** Whether a plain text would be read as a number, a truth value, null or a time. */
  private static boolean means(String text) {
    char first = text.charAt(0);
    if (text.length() > LONGEST_SPECIAL || first > '~') {
      return false;
    }
    if (first >= '0' && first <= '9' && (Timestamps.isTimestamp(text) || isBase60(text))) {
      return true;
    }
    if (first == '.' || first == '-' || first == '+') {
      String unsigned = first == '.' ? text : text.substring(1);
      switch (unsigned) {
        case ".inf", ".Inf", ".INF":
          return true;
        case ".nan", ".NaN", ".NAN":
          return first == '.';
        default:
          break;
      }
      if (isBase60(text)) {
        return true;
      }
    }
    if (first >= 'A' && text.length() > LONGEST_WORD) {
      return false;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    JsonNode node = new Scalars(TextCache.ofThread()).resolve(bytes, 0, bytes.length);
    return !node.isTextual();
  }

  /** Old YAML read {@code 1:30} as ninety: digits, then groups of up to two behind colons. */
  private static boolean isBase60(String text) {
    int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    if (i >= text.length() || !isDigit(text.charAt(i))) {
      return false;
    }
    while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    int groups = 0;
    while (i + 1 < text.length() && text.charAt(i) == ':' && isDigit(text.charAt(i + 1))) {
      boolean isLong =
          text.charAt(i + 1) <= '5' && i + 2 < text.length() && isDigit(text.charAt(i + 2));
      i += isLong ? 3 : 2;
      groups++;
    }
    if (groups > 0 && i < text.length() && text.charAt(i) == '.') {
      i++;
      while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '_')) {
        i++;
      }
    }
    return groups > 0 && i == text.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  static boolean isPrintable(char c) {
    return c == '\n'
        || c >= ' ' && c <= '~'
        || c >= '\u00A0' && c <= '\uFFFD' && c != '\uFEFF' && !Character.isSurrogate(c);
  }

  /** What stands in a text, as far as its style depends on it. */
  private static final class Traits {

    private boolean hasIndicators;
    private boolean hasBreaks;
    private boolean hasSpecialCharacters;
    private boolean isEdged;
    private boolean hasTrailingSpace;
    private boolean hasBreakThenSpace;
    private boolean hasSpaceThenBreak;

    Traits(String text) {
      // Loops over an array are fast from their first round on.
      char[] chars = text.toCharArray();
      int last = chars.length - 1;
      hasIndicators = text.startsWith("---") || text.startsWith("...");
      boolean isAfterSpace = false;
      boolean isAfterBreak = false;
      for (int i = ordinaryLength(chars); i <= last; i++) {
        char c = chars[i];
        hasIndicators |= isIndicator(chars, i);
        hasSpecialCharacters |= !isPrintable(c);
        boolean isSpace = c == ' ';
        boolean isBreak = isBreak(c);
        hasBreaks |= isBreak;
        isEdged |= (isSpace || isBreak) && (i == 0 || i == last);
        hasTrailingSpace |= isSpace && i == last;
        hasBreakThenSpace |= isSpace && isAfterBreak;
        hasSpaceThenBreak |= isBreak && isAfterSpace;
        isAfterSpace = isSpace;
        isAfterBreak = isBreak;
      }
    }

    /** How many characters, from the first, change nothing: most texts have no other. */
    private static int ordinaryLength(char[] chars) {
      int i = 0;
      while (i < chars.length) {
        char c = chars[i];
        boolean isOrdinary =
            c >= 'a' && c <= 'z'
                || c >= '-' && c <= '9' && (c != '-' || i > 0)
                || c >= 'A' && c <= 'Z'
                || c == '_';
        if (!isOrdinary) {
          break;
        }
        i++;
      }
      return i;
    }

    private static boolean isIndicator(char[] chars, int at) {
      boolean isFollowedByBlank = at + 1 == chars.length || isBlank(chars[at + 1]);
      return switch (chars[at]) {
        case ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> at == 0;
        case '#' -> at == 0 || isBlank(chars[at - 1]) || isBreak(chars[at - 1]);
        case '?', '-' -> at == 0 && isFollowedByBlank;
        case ':' -> isFollowedByBlank;
        default -> false;
      };
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }

    boolean isPlainAllowed() {
      return !hasIndicators && !hasBreaks && !isEdged && !hasSpecialCharacters;
    }

    boolean isSingleQuotedAllowed() {
      return !hasBreakThenSpace && !hasSpaceThenBreak && !hasSpecialCharacters;
    }

    boolean isBlockAllowed() {
      return !hasTrailingSpace && !hasSpaceThenBreak && !hasSpecialCharacters;
    }
  }
}
