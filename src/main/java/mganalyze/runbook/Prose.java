package mganalyze.runbook;

/** Words of Markdown without its marks, for titles. */
final class Prose {
  private Prose() {}

  /** {@code Check the `virt-api` [pods](https://…)} becomes {@code Check the virt-api pods}. */
  static String plain(String markdown) {
    StringBuilder words = new StringBuilder(markdown.length());
    int at = 0;
    while (at < markdown.length()) {
      char c = markdown.charAt(at);
      if (c == '`' || markdown.startsWith("**", at)) {
        at += c == '`' ? 1 : 2;
      } else if (c == '[' && linkEnd(markdown, at) > 0) {
        int close = markdown.indexOf(']', at);
        words.append(markdown, at + 1, close);
        at = linkEnd(markdown, at);
      } else {
        words.append(c);
        at++;
      }
    }
    return words.toString().strip();
  }

  /** Where a link ends whose text begins here; 0 if none begins here. */
  private static int linkEnd(String markdown, int at) {
    int close = markdown.indexOf(']', at);
    if (close < 0 || close + 1 >= markdown.length()) {
      return 0;
    }
    char open = markdown.charAt(close + 1);
    int end =
        open == '(' || open == '[' ? markdown.indexOf(open == '(' ? ')' : ']', close + 1) : -1;
    return end + 1;
  }
}
