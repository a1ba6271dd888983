package mganalyze.report;

/** Text that UTF-8 can hold: half a surrogate pair becomes the replacement character. */
final class WellFormed {
  private WellFormed() {}

  static String of(String text) {
    // An array is walked faster than a string as long as nothing is compiled.
    for (char c : text.toCharArray()) {
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        return repaired(text);
      }
    }
    return text;
  }

  private static String repaired(String text) {
    StringBuilder repaired = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at)) && !VisibleText.isPaired(text, at)) {
        repaired.setCharAt(at, '\uFFFD');
      }
    }
    return repaired.toString();
  }
}
