package mganalyze.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts JSON into its objects by matching brackets; what they hold is not looked at. */
final class JsonSplitter {

  private final byte[] bytes;
  private final int to;
  private int pos;
  private int line;
  private final List<Slice> items = new ArrayList<>();

  JsonSplitter(byte[] bytes, int from, int to, int line) {
    this.bytes = bytes;
    this.pos = from;
    this.to = to;
    this.line = line;
  }

  /** Cuts one value after the other, which may stand on lines of their own or not. */
  Slices split() {
    List<Slice> slices = new ArrayList<>();
    Head first = null;
    int documents = 0;
    while (skipSpace()) {
      documents++;
      items.clear();
      int start = pos;
      int startLine = line;
      Head head = new Head();
      if (bytes[pos] == '{') {
        object(head);
      } else if (bytes[pos] == '[') {
        skipValue();
      } else {
        pos = to;
      }
      if (head.isList()) {
        slices.addAll(items);
      } else {
        slices.add(new Slice(start, pos, startLine, Slice.DOCUMENT));
      }
      first = first == null ? head : first;
    }
    Slices.Kind kind = documents > 1 ? Slices.Kind.STREAM : Slices.Kind.OBJECT;
    if (documents == 1 && first.isList()) {
      kind = Slices.Kind.LIST;
    }
    return first == null
        ? new Slices(Slices.Kind.EMPTY, "", "", List.of())
        : new Slices(kind, first.apiVersion, first.kindName, slices);
  }

  /** The elements of an array that stands as the value of {@code items} in YAML. */
  List<Slice> elements() {
    array();
    return items;
  }

  private void object(Head head) {
    pos++;
    while (skipSpace() && bytes[pos] != '}') {
      if (bytes[pos] != '"') {
        pos++;
        continue;
      }
      String key = string();
      if (!skipSpace() || bytes[pos] != ':') {
        continue;
      }
      pos++;
      if (!skipSpace()) {
        return;
      }
      if (key.equals("items")) {
        head.hasItems = true;
        if (bytes[pos] == '[') {
          array();
        } else {
          skipValue();
        }
      } else if (key.equals("apiVersion") && bytes[pos] == '"') {
        head.apiVersion = string();
      } else if (key.equals("kind") && bytes[pos] == '"') {
        head.kindName = string();
      } else {
        skipValue();
      }
    }
    if (pos >= to) {
      // Where the kind stands first it does not show that the list was cut off.
      head.kindName = "";
    }
    pos = Math.min(pos + 1, to);
  }

  private void array() {
    pos++;
    while (skipSpace() && bytes[pos] != ']') {
      if (bytes[pos] == ',') {
        pos++;
        continue;
      }
      int start = pos;
      int startLine = line;
      skipValue();
      items.add(new Slice(start, pos, startLine, Slice.DOCUMENT));
    }
    pos = Math.min(pos + 1, to);
  }

  private boolean skipSpace() {
    while (pos < to) {
      byte c = bytes[pos];
      if (c == '\n') {
        line++;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return true;
      }
      pos++;
    }
    return false;
  }

  private void skipValue() {
    byte c = bytes[pos];
    if (c == '"') {
      skipString();
    } else if (c == '{' || c == '[') {
      skipBrackets();
    } else {
      do {
        pos++;
      } while (pos < to && !isDelimiter(bytes[pos]));
    }
  }

  private static boolean isDelimiter(byte c) {
    return c == ',' || c == '}' || c == ']' || c == '\n' || c == ' ' || c == '\r';
  }

  private void skipBrackets() {
    int depth = 0;
    while (pos < to) {
      switch (bytes[pos]) {
        case '"' -> {
          skipString();
          continue;
        }
        case '{', '[' -> depth++;
        case '}', ']' -> {
          if (--depth == 0) {
            pos++;
            return;
          }
        }
        case '\n' -> line++;
        default -> {}
      }
      pos++;
    }
  }

  private String string() {
    int start = pos + 1;
    skipString();
    int stop = Math.max(start, pos - 1);
    return new String(bytes, start, stop - start, StandardCharsets.UTF_8);
  }

  private void skipString() {
    int i = pos + 1;
    while (i < to && bytes[i] != '"') {
      if (bytes[i] == '\\') {
        i++;
      } else if (bytes[i] == '\n') {
        line++;
      }
      i++;
    }
    pos = Math.min(i + 1, to);
  }
}
