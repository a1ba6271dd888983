package mganalyze.report;

/**
 * Makes text from an archive harmless to look at: a terminal escape becomes the picture of its
 * control character, a mark that turns the direction of writing becomes a replacement character.
 * Each char is mapped to one char, so that lengths and lines stay as they were.
 */
final class VisibleText {
  private static final char REPLACEMENT = '\uFFFD';

  private VisibleText() {}

  /** The text with line feeds and tabs kept and all other control characters made visible. */
  static String of(String text) {
    int at = 0;
    // An array is walked faster than a string as long as nothing is compiled.
    for (char c : text.toCharArray()) {
      boolean isPlain = c >= ' ' && c < 0x7F;
      if (!isPlain && shown(text, at) != c) {
        return rewritten(text, at);
      }
      at++;
    }
    return text;
  }

  /** The same in one line: line feeds and tabs become blanks. */
  static String line(String text) {
    return of(text).replace('\n', ' ').replace('\t', ' ');
  }

  /** One line of at most {@code limit} chars, an ellipsis for what was cut. */
  static String line(String text, int limit) {
    return line(cut(text, limit));
  }

  /** The text, or its first {@code limit - 1} chars and an ellipsis. */
  static String cut(String text, int limit) {
    return text.length() <= limit ? text : head(text, limit - 1) + "…";
  }

  /** The first {@code limit} chars, one fewer rather than half a surrogate pair. */
  static String head(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    boolean splitsPair = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1));
    return text.substring(0, splitsPair ? limit - 1 : limit);
  }

  private static String rewritten(String text, int from) {
    StringBuilder visible = new StringBuilder(text.length()).append(text, 0, from);
    for (int at = from; at < text.length(); at++) {
      visible.append(shown(text, at));
    }
    return visible.toString();
  }

  private static char shown(String text, int at) {
    char c = text.charAt(at);
    if (c >= ' ' && c < 0x7F) {
      return c;
    }
    if (c < ' ') {
      return c == '\n' || c == '\t' ? c : (char) (0x2400 + c);
    }
    if (c == 0x7F) {
      return '\u2421';
    }
    if (Character.isSurrogate(c)) {
      return isPaired(text, at) ? c : REPLACEMENT;
    }
    return isInvisible(c) ? REPLACEMENT : c;
  }

  /** C1 controls, direction and line separators, zero-width characters, noncharacters. */
  static boolean isInvisible(char c) {
    return (c >= 0x80 && c < 0xA0)
        || c == 0x061C
        || c == 0x200B
        || (c >= 0x200E && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF
        || c >= 0xFFF9 && c != REPLACEMENT;
  }

  static boolean isPaired(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
