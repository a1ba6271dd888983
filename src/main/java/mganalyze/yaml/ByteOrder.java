package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Orders texts by the bytes of their UTF-8, as Go orders strings. */
public final class ByteOrder implements Comparator<String> {

  public static final ByteOrder INSTANCE = new ByteOrder();

  private static final Comparator<Map.Entry<String, JsonNode>> BY_KEY =
      Map.Entry.comparingByKey(INSTANCE);

  private ByteOrder() {}

  @Override
  public int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // A surrogate stands for a character beyond U+FFFF, which comes last.
        boolean isBeyond = Character.isSurrogate(x);
        return isBeyond == Character.isSurrogate(y) ? x - y : isBeyond ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }

  /** Whether the fields of a map stand in this order, as Kubernetes tools write them. */
  public static boolean isOrdered(JsonNode map) {
    String before = null;
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      if (before != null && INSTANCE.compare(before, entry.getKey()) > 0) {
        return false;
      }
      before = entry.getKey();
    }
    return true;
  }

  /** The fields of a map in this order. */
  public static Collection<Map.Entry<String, JsonNode>> entries(JsonNode map) {
    if (isOrdered(map)) {
      return map.properties();
    }
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(map.properties());
    entries.sort(BY_KEY);
    return entries;
  }

  /** The keys of a map in this order. */
  public static List<String> keys(JsonNode map) {
    List<String> keys = new ArrayList<>(map.size());
    map.fieldNames().forEachRemaining(keys::add);
    keys.sort(INSTANCE);
    return keys;
  }
}
