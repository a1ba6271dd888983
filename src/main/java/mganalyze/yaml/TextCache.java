package mganalyze.yaml;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;

/**
 * Remembers short texts by their bytes: the same few keys and values make up most of a cluster's
 * objects. A newer text replaces an older one of the same slot, so the size is fixed. One per
 * thread.
 */
final class TextCache {

  private static final int SLOTS = 4096;
  private static final int LONGEST = 48;
  private static final ThreadLocal<TextCache> OF_THREAD = ThreadLocal.withInitial(TextCache::new);

  private final TextNode[] nodes = new TextNode[SLOTS];

  static TextCache ofThread() {
    return OF_THREAD.get();
  }

  String text(byte[] bytes, int from, int to) {
    return node(bytes, from, to).textValue();
  }

  TextNode node(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return new TextNode(new String(bytes, from, length, StandardCharsets.UTF_8));
    }
    int hash = length;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ hash >>> 13) & SLOTS - 1;
    TextNode known = nodes[slot];
    if (known != null && isSame(known.textValue(), bytes, from, length)) {
      return known;
    }
    TextNode node = new TextNode(new String(bytes, from, length, StandardCharsets.UTF_8));
    nodes[slot] = node;
    return node;
  }

  /** Whether the bytes are this text; texts beyond ASCII are never taken for the same. */
  private static boolean isSame(String text, byte[] bytes, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
