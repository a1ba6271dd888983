package mganalyze.oc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import mganalyze.jsonpath.GoValue;
import mganalyze.oc.value.Credentials;
import mganalyze.oc.value.Struct;

/** Any object, field by field. */
final class GenericDescriber implements Describer {
  private static final Set<String> SHOWN_ABOVE =
      Set.of("managedFields", "name", "namespace", "labels", "annotations");
  private static final Set<String> UPPER = Set.of("API", "URL", "UID", "OSB", "GUID");

  private final Surroundings surroundings;

  GenericDescriber(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void describe(Struct object, Description out) {
    out.field(0, "Name", object.name());
    out.field(0, "Namespace", object.namespace());
    out.pairs("Labels", object.map("metadata", "labels"));
    out.annotations("Annotations", object.map("metadata", "annotations"));
    fields(out, 0, Credentials.masked(object.node()), Set.of());
    surroundings.events(object, out);
  }

  private static void fields(Description out, int level, JsonNode map, Set<String> skipped) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    map.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    sorted.keySet().removeAll(skipped);
    sorted.forEach(
        (key, value) -> {
          Set<String> inside = level == 0 && key.equals("metadata") ? SHOWN_ABOVE : Set.of();
          if (value.isObject()) {
            out.title(level, label(key));
            fields(out, level + 1, value, inside);
          } else if (value.isArray()) {
            out.title(level, label(key));
            for (JsonNode item : value) {
              if (item.isObject()) {
                fields(out, level + 1, item, Set.of());
              } else {
                out.line(level + 1, GoValue.print(item));
              }
            }
          } else {
            out.field(level, label(key), GoValue.print(value));
          }
        });
  }

  /** {@code creationTimestamp} in words: {@code Creation Timestamp}. */
  static String label(String key) {
    if (!key.chars().allMatch(c -> Character.isLetter(c) || c == '-')) {
      return key;
    }
    List<String> words = new ArrayList<>();
    for (String word : split(key)) {
      String upper = word.toUpperCase(Locale.ROOT);
      words.add(UPPER.contains(upper) ? upper : capitalised(word));
    }
    return String.join(" ", words);
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Runs of lower case, of upper case (the last of which begins the next word), of others. */
  private static List<String> split(String key) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (i > 0 && kind(c) == kind(key.charAt(i - 1))) {
        runs.set(runs.size() - 1, runs.get(runs.size() - 1) + c);
      } else {
        runs.add(String.valueOf(c));
      }
    }
    for (int i = 0; i + 1 < runs.size(); i++) {
      String run = runs.get(i);
      if (kind(run.charAt(0)) == 1 && kind(runs.get(i + 1).charAt(0)) == 0) {
        runs.set(i + 1, run.charAt(run.length() - 1) + runs.get(i + 1));
        runs.set(i, run.substring(0, run.length() - 1));
      }
    }
    runs.removeIf(String::isEmpty);
    return runs;
  }

  private static int kind(char c) {
    if (Character.isLowerCase(c)) {
      return 0;
    }
    return Character.isUpperCase(c) ? 1 : 2;
  }
}
