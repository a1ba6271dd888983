package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mganalyze.archive.Content;
import mganalyze.finding.Nullable;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * An {@code aggregated-discovery-api(s).yaml}: an {@code APIGroupDiscoveryList} whose items are
 * groups with versions with resources. Read when a type is asked for that nothing else knows.
 */
final class Discovery {
  private final String path;
  private final Content content;
  private @Nullable List<ResourceType> types;
  private boolean isWhole;
  private final Set<String> names = new HashSet<>();

  Discovery(String path, Content content) {
    this.path = path;
    this.content = content;
  }

  /** The folder that it lies in, with its final slash. */
  String root() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  String path() {
    return path;
  }

  /**
   * Whether it is the document of the named groups, which lists every custom type; the other one
   * has the core group.
   */
  boolean namesGroups() {
    return path.endsWith("aggregated-discovery-apis.yaml") && !types().isEmpty() && isWhole;
  }

  boolean has(String group, String plural) {
    types();
    return names.contains(group + "/" + plural);
  }

  synchronized List<ResourceType> types() {
    if (types == null) {
      types = read();
    }
    return types;
  }

  private List<ResourceType> read() {
    byte[] bytes = content.decompressed().bytes();
    List<ResourceType> found = new ArrayList<>();
    try {
      JsonNode list = YamlReader.read(bytes, 0, bytes.length, Set.of());
      // The kind stands behind the items; without it the list was cut between two of them.
      isWhole = list.has("kind");
      for (JsonNode group : list.path("items")) {
        found.addAll(readGroup(group));
      }
    } catch (YamlException e) {
      // A discovery document that is cut proves nothing about what it does not name.
      return List.of();
    }
    return List.copyOf(found);
  }

  private List<ResourceType> readGroup(JsonNode group) {
    String name = group.path("metadata").path("name").asText("");
    Map<String, List<String>> versions = new LinkedHashMap<>();
    Map<String, JsonNode> resources = new LinkedHashMap<>();
    for (JsonNode version : group.path("versions")) {
      for (JsonNode resource : version.path("resources")) {
        String plural = resource.path("resource").asText();
        versions
            .computeIfAbsent(plural, k -> new ArrayList<>())
            .add(version.path("version").asText());
        resources.putIfAbsent(plural, resource);
        names.add(name + "/" + plural);
      }
    }
    List<ResourceType> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : resources.entrySet()) {
      JsonNode resource = entry.getValue();
      String kind = resource.path("responseKind").path("kind").asText();
      found.add(
          new ResourceType(
              name,
              versions.getOrDefault(entry.getKey(), List.of()),
              entry.getKey(),
              resource.path("singularResource").asText(kind.toLowerCase(Locale.ROOT)),
              kind,
              Definitions.texts(resource.path("shortNames")),
              resource.path("scope").asText().equals("Namespaced"),
              Definitions.texts(resource.path("categories")),
              true));
    }
    return found;
  }
}
