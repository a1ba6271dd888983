package mganalyze.report;

import mganalyze.finding.Nullable;

/** Text as HTML spells it; the text itself, not a copy, where nothing has to be spelled out. */
final class HtmlText {
  private HtmlText() {}

  static String escaped(String text) {
    int at = 0;
    // An array is walked faster than a string as long as nothing is compiled.
    for (char c : text.toCharArray()) {
      if (c <= '>' && escape(c) != null) {
        return rewritten(text, at);
      }
      at++;
    }
    return text;
  }

  private static String rewritten(String text, int from) {
    StringBuilder escaped = new StringBuilder(text.length() + 64).append(text, 0, from);
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      String escape = escape(c);
      if (escape == null) {
        escaped.append(c);
      } else {
        escaped.append(escape);
      }
    }
    return escaped.toString();
  }

  /** How HTML spells the char; null where it may stand as it is. */
  private static @Nullable String escape(char c) {
    if (c > '>') {
      return null;
    }
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
