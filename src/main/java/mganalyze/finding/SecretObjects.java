package mganalyze.finding;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the data of Secret objects in text: YAML and indented JSON by their indentation, JSON in
 * one line by its braces.
 */
final class SecretObjects {
  private static final int INDENT_LIMIT = 80;

  /** A stretch of text, one object's keys or one line, and whether it says that it is a Secret. */
  private record Stretch(int start, int end, boolean isSecret) {
    boolean has(int at) {
      return at >= start && at < end;
    }
  }

  private final TextScan text;
  private final MaskedText masked;

  /** The last object of each indentation, so that one with many {@code data} is read once. */
  private final Map<Integer, Stretch> objects = new HashMap<>();

  private Stretch line = new Stretch(0, 0, false);

  SecretObjects(TextScan text, MaskedText masked) {
    this.text = text;
    this.masked = masked;
  }

  void mask() {
    keys("data");
    keys("stringData");
  }

  private void keys(String key) {
    int next;
    for (int at = text.find(key, 0); at >= 0; at = text.find(key, next)) {
      next = at + 1;
      int colon = text.skip(at + key.length(), "\\\"'");
      boolean isWhole = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (isWhole && text.isOneOf(":", colon)) {
        next = value(at, colon + 1);
      }
    }
  }

  /** Masks the data if it is a Secret's; returns where to read on. */
  private int value(int key, int from) {
    int brace = text.skip(from, " \t");
    if (text.isOneOf("{", brace) && !text.isOneOf("\r\n", brace + 1)) {
      Stretch around = line(key);
      if (!around.isSecret()) {
        return brace;
      }
      int close = text.find("}", brace, around.end());
      int end = close < 0 ? around.end() : close;
      masked.mask(brace + 1, end);
      return end;
    }
    int start = line(key).start();
    int indent = keyIndent(start);
    if (object(start, indent).isSecret()) {
      block(line(key).end() + 1, indent);
    }
    return from;
  }

  /** Masks what follows the colons of the lines that are indented further. */
  private void block(int from, int indent) {
    int end;
    for (int start = from; start < text.length(); start = end + 1) {
      end = text.endOfLine(start);
      int first = text.skip(start, " \t");
      if (first < end && first - start <= indent) {
        return;
      }
      int colon = text.find(": ", first, end);
      masked.mask(colon >= 0 ? colon + 2 : first, end);
    }
  }

  private Stretch line(int at) {
    if (!line.has(at)) {
      int start = text.startOfLine(at);
      int end = text.endOfLine(at);
      line = new Stretch(start, end, saysSecret(start, end));
    }
    return line;
  }

  /** The object that has a key in this line, at this indentation. */
  private Stretch object(int lineStart, int indent) {
    if (indent > INDENT_LIMIT) {
      return new Stretch(lineStart, lineStart, true);
    }
    Stretch known = objects.get(indent);
    if (known == null || !known.has(lineStart)) {
      known = readObject(lineStart, indent);
      objects.put(indent, known);
    }
    return known;
  }

  private Stretch readObject(int lineStart, int indent) {
    int start = lineStart;
    while (start > 0 && !startsItem(start, indent)) {
      int before = text.startOfLine(start - 1);
      if (isOutside(before, indent) && !startsItem(before, indent)) {
        break;
      }
      start = before;
    }
    int end = text.endOfLine(lineStart) + 1;
    while (end < text.length() && !isOutside(end, indent)) {
      end = text.endOfLine(end) + 1;
    }
    boolean isSecret = false;
    for (int at = start; at < Math.min(end, text.length()) && !isSecret; ) {
      int lineEnd = text.endOfLine(at);
      isSecret = keyIndent(at) == indent && saysSecret(at, lineEnd);
      at = lineEnd + 1;
    }
    return new Stretch(start, end, isSecret);
  }

  private boolean startsItem(int line, int indent) {
    int first = text.skip(line, " ");
    return first - line == indent - 2 && text.has("- ", first);
  }

  private boolean isOutside(int line, int indent) {
    int first = text.skip(line, " ");
    boolean isBlank = first >= text.length() || text.isOneOf("\r\n", first);
    return !isBlank && (first - line < indent || text.has("---", line));
  }

  /** Where the key of the line stands, counted from the start of the line. */
  private int keyIndent(int line) {
    int first = text.skip(line, " ");
    return first - line + (text.has("- ", first) ? 2 : 0);
  }

  private boolean saysSecret(int start, int end) {
    for (int at = text.find("kind", start, end); at >= 0; at = text.find("kind", at + 1, end)) {
      int colon = text.skip(at + "kind".length(), "\\\"'");
      int value = text.skip(colon + 1, "\\\"' \t");
      int after = value + "Secret".length();
      if (text.isOneOf(":", colon)
          && text.has("Secret", value)
          && (after >= text.length() || !Character.isLetterOrDigit(text.charAt(after)))) {
        return true;
      }
    }
    return false;
  }
}
