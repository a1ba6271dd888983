package mganalyze.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts block YAML into its documents and lists into their items, looking at nothing but what the
 * lines begin with.
 *
 * <pre>
 * ---
 * apiVersion: v1
 * items:
 * - apiVersion: v1       # a slice from here
 *   kind: Pod
 * - apiVersion: v1       # to here
 * kind: PodList
 * </pre>
 */
final class Splitter {

  private static final int SEPARATOR_DASHES = 15;
  private static final int NO_ITEM = -1;

  private final byte[] bytes;
  private final int from;
  private final int to;

  private final List<Slice> slices = new ArrayList<>();
  private final List<Slice> items = new ArrayList<>();
  private Head firstHead;
  private boolean isFirstList;
  private int documents;

  private Head head = new Head();
  private int documentStart = NO_ITEM;
  private int documentLine;
  private int line = 1;

  /** Whether {@code items:} was the last top-level key. */
  private boolean isInItems;

  private int dashColumn;
  private int itemStart = NO_ITEM;
  private int itemLine;

  Splitter(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  Slices split() {
    int i = from;
    if (to - from >= 3 && (bytes[i] & 0xFF) == 0xEF && (bytes[i + 1] & 0xFF) == 0xBB) {
      i += 3;
    }
    while (i < to) {
      byte c = bytes[i];
      if (c == ' ') {
        indented(i);
      } else if (c == '-') {
        dash(i);
      } else if (c != '\n' && c != '\r' && c != '#' && c != '\t') {
        if (documents == 0 && documentStart == NO_ITEM) {
          if (c == '{' || c == '[') {
            return new JsonSplitter(bytes, i, to, line).split();
          }
          if (!looksLikeKey(i)) {
            return new Slices(Slices.Kind.NOT_YAML, "", "", List.of());
          }
        }
        topLevel(i);
      }
      while (i < to && bytes[i] != '\n') {
        i++;
      }
      i++;
      line++;
    }
    endDocument(to);
    return result();
  }

  private Slices result() {
    if (documents == 0) {
      return new Slices(Slices.Kind.EMPTY, "", "", List.of());
    }
    Slices.Kind kind =
        documents > 1 ? Slices.Kind.STREAM : isFirstList ? Slices.Kind.LIST : Slices.Kind.OBJECT;
    return new Slices(kind, firstHead.apiVersion, firstHead.kindName, slices);
  }

  /** A line that begins with blanks; it may be an item where the dashes are indented. */
  private void indented(int start) {
    if (!isInItems && documentStart != NO_ITEM || itemStart != NO_ITEM && dashColumn == 0) {
      return;
    }
    int i = start;
    while (i < to && bytes[i] == ' ') {
      i++;
    }
    if (i >= to || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '#') {
      return;
    }
    startDocument(start);
    int column = i - start;
    if (isInItems && isDash(i) && (itemStart == NO_ITEM || column == dashColumn)) {
      startItem(start, column);
    }
  }

  private void dash(int start) {
    int stop = start;
    while (stop < to && bytes[stop] == '-') {
      stop++;
    }
    boolean isAlone =
        stop >= to || bytes[stop] == '\n' || bytes[stop] == '\r' || bytes[stop] == ' ';
    if (isAlone && (stop - start == 3 || stop - start == SEPARATOR_DASHES)) {
      endDocument(start);
    } else {
      startDocument(start);
      if (isInItems && isDash(start) && (itemStart == NO_ITEM || dashColumn == 0)) {
        startItem(start, 0);
      }
    }
  }

  private boolean isDash(int at) {
    return bytes[at] == '-'
        && (at + 1 >= to || bytes[at + 1] == ' ' || bytes[at + 1] == '\n' || bytes[at + 1] == '\r');
  }

  private void topLevel(int start) {
    if (bytes[start] == '.' && isEndMarker(start)) {
      endDocument(start);
      return;
    }
    startDocument(start);
    endItem(start);
    isInItems = false;
    int items = valueOf("items", start);
    int kind = valueOf("kind", start);
    int apiVersion = valueOf("apiVersion", start);
    if (items >= 0) {
      items(items);
    } else if (kind >= 0) {
      head.kindName = Head.scalar(bytes, kind, lineEnd(start));
    } else if (apiVersion >= 0) {
      head.apiVersion = Head.scalar(bytes, apiVersion, lineEnd(start));
    }
  }

  private void items(int behindKey) {
    head.hasItems = true;
    int i = behindKey;
    while (i < to && (bytes[i] == ' ' || bytes[i] == '\r')) {
      i++;
    }
    if (i >= to || bytes[i] == '\n' || bytes[i] == '#') {
      isInItems = true;
    } else if (bytes[i] == '[') {
      items.addAll(new JsonSplitter(bytes, i, to, line).elements());
    } else if (bytes[i] == '{') {
      head.hasItems = false;
    }
  }

  private boolean isEndMarker(int at) {
    return to - at >= 3
        && bytes[at + 1] == '.'
        && bytes[at + 2] == '.'
        && (at + 3 >= to || bytes[at + 3] == '\n' || bytes[at + 3] == '\r');
  }

  /** Where the value begins if a line has this key, bare or quoted; -1 if it has another. */
  private int valueOf(String key, int start) {
    byte quote = bytes[start];
    boolean isQuoted = quote == '"' || quote == '\'';
    int at = isQuoted ? start + 1 : start;
    int end = at + key.length();
    int colon = isQuoted ? end + 1 : end;
    if (colon >= to || bytes[colon] != ':' || isQuoted && bytes[end] != quote) {
      return -1;
    }
    for (int i = 0; i < key.length(); i++) {
      if (bytes[at + i] != key.charAt(i)) {
        return -1;
      }
    }
    return colon + 1;
  }

  private int lineEnd(int at) {
    int i = at;
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Whether a line is {@code some-word:}, alone or with a value; error messages are not. */
  private boolean looksLikeKey(int start) {
    byte first = bytes[start];
    if (first == '"' || first == '\'' || first == '%') {
      return true;
    }
    int i = start;
    while (i < to && isWord(bytes[i])) {
      i++;
    }
    return i > start && i < to && bytes[i] == ':' && (i + 1 >= to || bytes[i + 1] <= ' ');
  }

  private static boolean isWord(byte c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-'
        || c == '.'
        || c == '/';
  }

  private void startDocument(int start) {
    if (documentStart == NO_ITEM) {
      documentStart = start;
      documentLine = line;
    }
  }

  private void startItem(int start, int column) {
    endItem(start);
    itemStart = start;
    itemLine = line;
    dashColumn = column;
  }

  private void endItem(int end) {
    if (itemStart != NO_ITEM) {
      items.add(new Slice(itemStart, end, itemLine, dashColumn));
      itemStart = NO_ITEM;
    }
  }

  private void endDocument(int end) {
    if (documentStart == NO_ITEM) {
      return;
    }
    endItem(end);
    boolean isList = head.isList();
    if (isList) {
      slices.addAll(items);
    } else {
      slices.add(new Slice(documentStart, end, documentLine, Slice.DOCUMENT));
    }
    if (documents++ == 0) {
      firstHead = head;
      isFirstList = isList;
    }
    head = new Head();
    items.clear();
    isInItems = false;
    documentStart = NO_ITEM;
  }
}
