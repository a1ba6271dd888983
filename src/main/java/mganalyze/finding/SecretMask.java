package mganalyze.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * Hides secrets in text that a report shows: bearer tokens, passwords in URLs and under keys that
 * say so, private keys, and the data of Secret objects in YAML and JSON. Hiding a word too many is
 * the smaller harm.
 *
 * <p>Each rule looks for its own short word first and reads on from there, once, so that megabytes
 * of log without secrets cost a few searches, and no text, however made, costs much more than its
 * length.
 */
public final class SecretMask {
  private static final int KEY_CHARS = 64_000;
  private static final String KEY_HEADER = "PRIVATE KEY-----";
  private static final String CERTIFICATE_HEADER = "-----BEGIN CERTIFICATE-----";

  /** How keys end whose values are secret, in the ways they are written. */
  private static final String[] KEY_ENDINGS = {
    "assword",
    "ASSWORD",
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

  private SecretMask(String text) {
    this.text = new TextScan(text);
    this.masked = new MaskedText(text);
  }

  /**
   * The text with its secrets replaced by {@code [masked]}. It keeps its number of lines. A secret
   * of several lines is known by its first: mask lines together, then take them apart.
   */
  public static String mask(String text) {
    if (text.length() < 8) {
      return text;
    }
    SecretMask mask = new SecretMask(text);
    mask.privateKeys();
    mask.keyLines();
    mask.addresses();
    mask.tokensAfter("earer ");
    mask.tokensAfter("EARER ");
    mask.tokensAfter("sha256~");
    mask.webTokens();
    mask.authorizations("uthorization");
    mask.authorizations("UTHORIZATION");
    for (String ending : KEY_ENDINGS) {
      mask.values(ending);
    }
    if (text.contains("Secret")) {
      new SecretObjects(mask.text, mask.masked).mask();
    }
    return mask.masked.shown();
  }

  /** As {@link #mask}, of lines that follow one another: a secret may begin in one before. */
  static List<String> maskLines(List<String> lines) {
    String text = String.join("\n", lines);
    String shown = mask(text);
    if (shown.equals(text)) {
      return List.copyOf(lines);
    }
    List<String> result = new ArrayList<>();
    int from = 0;
    for (String line : lines) {
      int end = from - 1;
      // A line may hold line feeds of its own, which the mask has kept.
      for (int feeds = (int) line.chars().filter(c -> c == '\n').count(); feeds >= 0; feeds--) {
        int next = shown.indexOf('\n', end + 1);
        end = next < 0 ? shown.length() : next;
      }
      result.add(shown.substring(from, end));
      from = end + 1;
    }
    return result;
  }

  private void privateKeys() {
    // The next end is looked for once, however many beginnings stand before it.
    int end = 0;
    for (int at = text.find("-----BEGIN ", 0); at >= 0; at = text.find("-----BEGIN ", at + 1)) {
      int header = text.find(KEY_HEADER, at, at + 60);
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
        && (isBase64(text.charAt(at)) || " \t\r\n\\:,".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /**
   * Lines of 64 base64 chars are out of the middle of a key, unless the header of a certificate
   * stands before them: that is public.
   */
  private void keyLines() {
    int header = text.find(CERTIFICATE_HEADER, 0);
    boolean isPublic = false;
    for (int start = 0; start < text.length(); ) {
      int end = text.endOfLine(start);
      if (header >= 0 && header < end) {
        isPublic = true;
        header = text.find(CERTIFICATE_HEADER, end);
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

  private boolean isKeyLine(int from, int to) {
    int start = text.skip(from, " \t");
    int end = blanksStart(start, to);
    boolean upper = false;
    boolean lower = false;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (!isBase64(c)) {
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

  private static boolean isBase64(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=';
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
    while (end < text.length()
        && (isBase64(text.charAt(end)) || "-._~".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /** JSON Web Tokens, and other JSON in base64, such as the logins of registries. */
  private void webTokens() {
    int next;
    for (int at = text.find("eyJ", 0); at >= 0; at = text.find("eyJ", next)) {
      boolean starts = at == 0 || !isBase64(text.charAt(at - 1)) || text.charAt(at - 1) == '=';
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
    // A token is long; what is short after "token:" is a parser's complaint.
    int shortest = keyEnding.endsWith("oken") ? 8 : 1;
    if (end - start >= shortest && !isNoValue(start, end)) {
      masked.mask(start, end);
    }
    return end;
  }

  /** Values that are none: a block that follows, a reference, a mask, null. */
  private boolean isNoValue(int start, int end) {
    if (text.isOneOf("{[|><*", start)) {
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
