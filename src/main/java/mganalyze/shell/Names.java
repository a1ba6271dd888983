package mganalyze.shell;

/** What a variable may be called. */
final class Names {
  private Names() {}

  static boolean isName(String text) {
    if (text.isEmpty() || !isStart(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!isPart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isPart(char c) {
    return isStart(c) || c >= '0' && c <= '9';
  }
}
