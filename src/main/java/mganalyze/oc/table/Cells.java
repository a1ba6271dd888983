package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import mganalyze.oc.value.Struct;
import mganalyze.yaml.ByteOrder;

/** Texts that several tables share. */
public final class Cells {
  private static final int SHOWN = 3;

  private Cells() {}

  /** {@code a=b,c=d}, sorted as texts; {@code <none>} for an empty map. */
  public static String pairs(Map<String, String> map) {
    if (map.isEmpty()) {
      return "<none>";
    }
    List<String> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(key + "=" + value));
    // By the whole text: `app=x` stands behind `app.kubernetes.io/name=x`.
    pairs.sort(ByteOrder.INSTANCE);
    return String.join(",", pairs);
  }

  /** A label selector object in one line, requirements sorted by key; empty for an empty one. */
  public static String selector(Struct selector) {
    // Two requirements on one key keep their order, labels first.
    TreeMap<String, List<String>> byKey = new TreeMap<>();
    selector
        .map("matchLabels")
        .forEach(
            (key, value) ->
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(key + "=" + value));
    for (Struct expression : selector.items("matchExpressions")) {
      String key = expression.text("key");
      List<String> values = new ArrayList<>(expression.texts("values"));
      values.sort(null);
      String list = "(" + String.join(",", values) + ")";
      byKey
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(
              switch (expression.text("operator")) {
                case "In" -> key + " in " + list;
                case "NotIn" -> key + " notin " + list;
                case "DoesNotExist" -> "!" + key;
                default -> key;
              });
    }
    List<String> all = new ArrayList<>();
    byKey.values().forEach(all::addAll);
    return String.join(",", all);
  }

  /** As {@link #selector}, {@code <none>} for an empty one. */
  public static String selectorOrNone(Struct selector) {
    String text = selector(selector);
    return text.isEmpty() ? "<none>" : text;
  }

  /** Names of things in a list, joined by commas. */
  static String join(List<Struct> items, Function<Struct, String> text) {
    return String.join(",", items.stream().map(text).toList());
  }

  /** The first three joined by commas, then how many more there are. */
  public static String firstThree(List<String> all) {
    return first(SHOWN, ",", all);
  }

  static String first(int shown, String separator, List<String> all) {
    if (all.size() <= shown) {
      return String.join(separator, all);
    }
    return String.join(separator, all.subList(0, shown))
        + " + "
        + (all.size() - shown)
        + " more...";
  }

  /** {@code host:port}, an IPv6 address in brackets. */
  public static String hostAndPort(String host, String port) {
    return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }

  /** The owner that controls an object, as {@code Kind/name}; empty where there is none. */
  public static String controller(Struct object) {
    for (Struct owner : object.items("metadata", "ownerReferences")) {
      if (owner.flag("controller")) {
        return owner.text("kind") + "/" + owner.text("name");
      }
    }
    return "";
  }

  /** The condition of a type; an empty one where there is none. */
  public static Struct condition(Struct object, String type) {
    Struct found = Struct.EMPTY;
    for (Struct condition : object.items("status", "conditions")) {
      if (condition.text("type").equals(type)) {
        found = condition;
      }
    }
    return found;
  }

  /** {@code True}, {@code False}, or {@code <unset>}. */
  static String capitalised(Struct object, String... path) {
    if (!object.has(path)) {
      return "<unset>";
    }
    return object.flag(path) ? "True" : "False";
  }

  /** Whether an object is being deleted. */
  static boolean isDeleted(Struct object) {
    return object.has("metadata", "deletionTimestamp");
  }
}
