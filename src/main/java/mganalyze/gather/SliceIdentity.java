package mganalyze.gather;

import java.nio.charset.StandardCharsets;
import mganalyze.yaml.Slice;

/**
 * Name, namespace and resource version of an object, read off its bytes without parsing it: the
 * lines of its {@code metadata} block, in the block style that all gather tools write. What is not
 * found is empty; the caller then parses.
 */
record SliceIdentity(String namespace, String name, String resourceVersion) {

  static SliceIdentity scan(byte[] bytes, Slice slice) {
    return new Scanner(bytes, slice).scan();
  }

  private static final class Scanner {
    private final byte[] bytes;
    private final int end;
    private final int keys;
    private int at;

    Scanner(byte[] bytes, Slice slice) {
      this.bytes = bytes;
      this.at = slice.from();
      this.end = slice.to();
      // The keys of an item stand two columns behind its dash.
      this.keys = slice.indent() == Slice.DOCUMENT ? 0 : slice.indent() + 2;
    }

    SliceIdentity scan() {
      String namespace = "";
      String name = "";
      String version = "";
      boolean inside = false;
      int child = -1;
      while (at < end) {
        int lineEnd = lineEnd();
        int text = at;
        while (text < lineEnd && (bytes[text] == ' ' || (bytes[text] == '-' && text - at < keys))) {
          text++;
        }
        int column = text - at;
        if (!inside) {
          inside = column == keys && startsWith(text, "metadata:");
        } else if (text < lineEnd && column <= keys) {
          break;
        } else {
          child = child < 0 ? column : child;
          if (column == child) {
            if (startsWith(text, "name: ")) {
              name = value(text + 6, lineEnd);
            } else if (startsWith(text, "namespace: ")) {
              namespace = value(text + 11, lineEnd);
            } else if (startsWith(text, "resourceVersion: ")) {
              version = value(text + 17, lineEnd);
            }
          }
        }
        at = lineEnd + 1;
      }
      return new SliceIdentity(namespace, name, version);
    }

    private int lineEnd() {
      int i = at;
      while (i < end && bytes[i] != '\n') {
        i++;
      }
      return i;
    }

    private boolean startsWith(int from, String word) {
      if (from + word.length() > end) {
        return false;
      }
      for (int i = 0; i < word.length(); i++) {
        if (bytes[from + i] != word.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private String value(int from, int to) {
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
      boolean quoted =
          text.length() >= 2
              && (text.charAt(0) == '"' || text.charAt(0) == '\'')
              && text.charAt(0) == text.charAt(text.length() - 1);
      return quoted ? text.substring(1, text.length() - 1) : text;
    }
  }
}
