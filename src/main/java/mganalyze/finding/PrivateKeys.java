package mganalyze.finding;

/**
 * Finds private keys in text: whole ones, ones that are cut off, and lines out of the middle of
 * one.
 */
final class PrivateKeys {
  private static final int KEY_CHARS = 64_000;
  private static final String KEY_HEADER = "PRIVATE KEY-----";
  private static final String BEGIN = "-----BEGIN ";
  private static final String[] PUBLIC_HEADERS = {"CERTIFICATE-----", "PUBLIC KEY-----"};
  private static final int HEADER_CHARS = 60;

  private final TextScan text;
  private final MaskedText masked;

  PrivateKeys(TextScan text, MaskedText masked) {
    this.text = text;
    this.masked = masked;
  }

  void mask() {
    keys();
    keyLines();
  }

  private void keys() {
    // The next end is looked for once, however many beginnings stand before it.
    int end = 0;
    for (int at = text.find(BEGIN, 0); at >= 0; at = text.find(BEGIN, at + 1)) {
      int header = text.find(KEY_HEADER, at, at + HEADER_CHARS);
      if (header >= 0) {
        int start = header + KEY_HEADER.length();
        if (end < start) {
          int found = text.find("-----END", start);
          end = found >= 0 ? found : Integer.MAX_VALUE;
        }
        int stop = end - start <= KEY_CHARS ? end : keyEnd(start);
        masked.mask(start, stop);
        at = stop;
      }
    }
  }

  /** Where a key that is cut off ends: at the first char that a key cannot have. */
  private int keyEnd(int start) {
    int at = start;
    while (at < text.length()
        && (text.isBase64(at) || " \t\r\n\\:,".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /**
   * Lines of 64 base64 chars are out of the middle of a key, unless the header of a certificate or
   * of a public key stands before them.
   */
  private void keyLines() {
    int header = publicHeader(0);
    boolean isPublic = false;
    for (int start = 0; start < text.length(); ) {
      int end = text.endOfLine(start);
      if (header >= 0 && header < end) {
        isPublic = true;
        header = publicHeader(end);
      } else if (end - start < 64 || end - start >= 160) {
        isPublic = false;
      } else if (isKeyLine(start, end)) {
        if (!isPublic) {
          masked.mask(text.skip(start, " \t"), blanksStart(start, end));
        }
      } else {
        isPublic = false;
      }
      start = end + 1;
    }
  }

  /** Where the next header of something public begins; -1 if there is none. */
  private int publicHeader(int from) {
    for (int at = text.find(BEGIN, from); at >= 0; at = text.find(BEGIN, at + 1)) {
      for (String label : PUBLIC_HEADERS) {
        if (text.find(label, at, at + HEADER_CHARS) >= 0) {
          return at;
        }
      }
    }
    return -1;
  }

  private boolean isKeyLine(int from, int to) {
    int start = text.skip(from, " \t");
    int end = blanksStart(start, to);
    boolean upper = false;
    boolean lower = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (!text.isBase64(at)) {
        return false;
      }
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
    }
    // A checksum in hexadecimal has letters of one case.
    return end - start == 64 && upper && lower;
  }

  /** Where the blanks at the end of a line start. */
  private int blanksStart(int from, int to) {
    int end = to;
    while (end > from && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }
}
