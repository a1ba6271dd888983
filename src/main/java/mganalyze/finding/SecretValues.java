package mganalyze.finding;

/** Finds the values under keys that say that they are secret, such as {@code password}. */
final class SecretValues {
  /** How keys end whose values are secret, in the ways they are written. */
  private static final String[] KEY_ENDINGS = {
    "assword",
    "ASSWORD",
    "asswordHash",
    "asswd",
    "ASSWD",
    "oken",
    "OKEN",
    "lientSecret",
    "lient_secret",
    "CLIENT_SECRET",
    "ecretAccessKey",
    "ecret_access_key",
    "SECRET_ACCESS_KEY",
    "piKey",
    "pi_key",
    "API_KEY",
    "DataBase64"
  };

  private final TextScan text;
  private final MaskedText masked;

  SecretValues(TextScan text, MaskedText masked) {
    this.text = text;
    this.masked = masked;
  }

  void mask() {
    for (String ending : KEY_ENDINGS) {
      values(ending);
    }
  }

  /**
   * Values under a key that ends so: {@code password: x}, {@code "password":"x"}, {@code
   * --password=x}, and an environment variable's {@code value} in the line after its {@code name}.
   */
  private void values(String keyEnding) {
    int next;
    for (int at = text.find(keyEnding, 0); at >= 0; at = text.find(keyEnding, next)) {
      next = at + 1;
      int keyEnd = text.skip(at + keyEnding.length(), "\\\"'");
      int separator = text.skip(keyEnd, " \t");
      if (text.isOneOf(":=", separator)) {
        next = value(separator + 1, keyEnding);
        continue;
      }
      int sibling = text.skip(keyEnd, "\\\"', \t\r\n");
      if (sibling > keyEnd && text.has("value", sibling)) {
        int colon = text.skip(sibling + "value".length(), "\\\"' \t");
        if (text.isOneOf(":", colon)) {
          next = value(colon + 1, keyEnding);
        }
      }
    }
  }

  /** Masks the value that starts there; returns where it ends. */
  private int value(int from, String keyEnding) {
    int bare = text.skip(from, " \t");
    int start = text.skip(bare, "\\\"'");
    String ends = start > bare ? "\\\"'\r\n" : "\\\"' \t\r\n,;&})]";
    int end = start;
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    boolean isToken = keyEnding.endsWith("oken");
    // A token is long; what is short after "token:" is a parser's complaint.
    int shortest = isToken ? 8 : 1;
    boolean isProse = isToken && from < start && start == bare && isWordOfSentence(start, end);
    if (end - start >= shortest && !isNoValue(start, end) && !isProse) {
      masked.mask(start, end);
    }
    return end;
  }

  /** Whether it is letters, and the sentence goes on: {@code failed to fetch token: Timeout: …}. */
  private boolean isWordOfSentence(int start, int end) {
    boolean endsInColon = text.charAt(end - 1) == ':';
    int letters = endsInColon ? end - 1 : end;
    for (int at = start; at < letters; at++) {
      char c = text.charAt(at);
      if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return endsInColon || text.isOneOf(" ", end);
  }

  /** Values that are none: a block or a map of Go that follows, a reference, a mask, null. */
  private boolean isNoValue(int start, int end) {
    if (text.isOneOf("{[|><*", start) || text.has("map[", start)) {
      return true;
    }
    if (text.charAt(start) == '$') {
      // $NAME and $(NAME) name a value; $6$… is one.
      return start + 1 < end && !Character.isDigit(text.charAt(start + 1));
    }
    int length = end - start;
    return length == 4 && (text.has("null", start) || text.has("true", start))
        || length == 5 && text.has("false", start);
  }
}
