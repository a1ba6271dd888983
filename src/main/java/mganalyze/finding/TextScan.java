package mganalyze.finding;

/** A text that is read from places in it on; no search goes further than it is told to. */
record TextScan(String text) {

  int length() {
    return text.length();
  }

  char charAt(int at) {
    return text.charAt(at);
  }

  int find(String word, int from) {
    return text.indexOf(word, from);
  }

  /** Where the word starts, before {@code end}; -1 if it does not. */
  int find(String word, int from, int end) {
    int last = Math.min(end, text.length()) - word.length();
    for (int at = from; at <= last; at++) {
      if (text.charAt(at) == word.charAt(0) && text.startsWith(word, at)) {
        return at;
      }
    }
    return -1;
  }

  boolean has(String word, int at) {
    return text.startsWith(word, at);
  }

  boolean isOneOf(String chars, int at) {
    return at < text.length() && chars.indexOf(text.charAt(at)) >= 0;
  }

  boolean isBase64(int at) {
    char c = text.charAt(at);
    return c < 0x80 && Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
  }

  /** The first place from there that is none of these chars. */
  int skip(int from, String chars) {
    int at = from;
    while (isOneOf(chars, at)) {
      at++;
    }
    return at;
  }

  int startOfLine(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line's feed stands, or the end of the text. */
  int endOfLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
