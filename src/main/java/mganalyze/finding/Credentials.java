package mganalyze.finding;

/**
 * Finds what lets somebody in and is known by its own form or by the word before it: passwords in
 * addresses, bearer tokens, web tokens, and what an Authorization header holds.
 */
final class Credentials {
  private final TextScan text;
  private final MaskedText masked;

  Credentials(TextScan text, MaskedText masked) {
    this.text = text;
    this.masked = masked;
  }

  void mask() {
    addresses();
    tokensAfter("earer ");
    tokensAfter("EARER ");
    tokensAfter("sha256~");
    webTokens();
    authorizations("uthorization");
    authorizations("UTHORIZATION");
  }

  /** {@code scheme://user:password@host}, and long user names, which are tokens. */
  private void addresses() {
    for (int at = text.find("://", 0); at >= 0; at = text.find("://", at + 3)) {
      int start = at + 3;
      int colon = -1;
      int sign = -1;
      for (int end = start; end < text.length(); end++) {
        char c = text.charAt(end);
        if ("/?#<>\"' \t\r\n".indexOf(c) >= 0) {
          break;
        }
        if (c == ':' && colon < 0) {
          colon = end;
        } else if (c == '@') {
          sign = end;
        }
      }
      if (colon >= 0 && colon < sign) {
        masked.mask(colon + 1, sign);
      } else if (sign - start >= 20) {
        masked.mask(start, sign);
      }
    }
  }

  private void tokensAfter(String word) {
    int next;
    for (int at = text.find(word, 0); at >= 0; at = text.find(word, next)) {
      int start = text.skip(at + word.length(), " ");
      int end = tokenEnd(start);
      next = Math.max(at + 1, end);
      boolean isWord = text.has("realm=", start) || text.has("token", start);
      if (end - start >= 6 && !isWord) {
        masked.mask(start, end);
      }
    }
  }

  private int tokenEnd(int start) {
    int end = start;
    while (end < text.length() && (text.isBase64(end) || "-._~".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /** JSON Web Tokens, and other JSON in base64, such as the logins of registries. */
  private void webTokens() {
    int next;
    for (int at = text.find("eyJ", 0); at >= 0; at = text.find("eyJ", next)) {
      boolean starts = at == 0 || !text.isBase64(at - 1) || text.charAt(at - 1) == '=';
      int end = tokenEnd(at);
      next = end;
      if (starts && end - at >= 30) {
        masked.mask(at, end);
      }
    }
  }

  /** {@code Authorization: Basic dXNlcjpwYXNz}; the scheme is kept. */
  private void authorizations(String word) {
    for (int at = text.find(word, 0); at >= 0; at = text.find(word, at + 1)) {
      int separator = text.skip(at + word.length(), "\\\"' \t");
      if (text.isOneOf(":=", separator)) {
        int scheme = text.skip(separator + 1, "\\\"' \t[");
        int schemeEnd = tokenEnd(scheme);
        int start = text.skip(schemeEnd, " ");
        if (start > schemeEnd && schemeEnd > scheme) {
          masked.mask(start, tokenEnd(start));
        }
      }
    }
  }
}
