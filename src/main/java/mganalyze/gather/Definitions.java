package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * What the archive says about the types of the cluster: its CustomResourceDefinitions and the
 * aggregated discovery documents. Definitions are large, so of those that the built-in table does
 * not know only the lines of {@code spec.names} are read.
 */
final class Definitions {
  static final ResourceType CRD =
      new ResourceType(
          "apiextensions.k8s.io",
          List.of("v1"),
          "customresourcedefinitions",
          "customresourcedefinition",
          "CustomResourceDefinition",
          List.of("crd", "crds"),
          false,
          List.of("api-extensions"),
          false);

  private final ResourceIndex index;
  private final Set<String> names = new HashSet<>();
  private final Set<String> withObjects = new HashSet<>();
  private final List<Discovery> discoveries;
  private final Optional<String> allGathered;
  private final Optional<String> virtualizationGathered;
  private final Map<String, Optional<JsonNode>> parsed = new HashMap<>();

  /** What lies in a damaged tree is known to be there, and proves nothing about what is not. */
  Definitions(
      ResourceIndex index, Producers producers, List<Discovery> discoveries, Damage damage) {
    this.index = index;
    this.discoveries = List.copyOf(discoveries);
    String all = null;
    String virtualization = null;
    for (ResourceFile file : index.files(CRD).getOrDefault("", List.of())) {
      boolean whole = !damage.reaches(file.place().root());
      boolean openShift = producers.of(file.place().root()).isOpenShift();
      for (String name : namesIn(file)) {
        names.add(name);
        boolean virtual = isVirtualization(name.substring(name.indexOf('.') + 1));
        if (!virtual && openShift && whole) {
          all = folder(file.path());
        }
        if (virtual && whole) {
          virtualization = folder(file.path());
        }
      }
    }
    for (Discovery discovery : this.discoveries) {
      if (discovery.namesGroups() && !damage.reaches(discovery.path())) {
        all = discovery.path();
      }
    }
    for (String key : index.keys()) {
      withObjects.add(key);
    }
    allGathered = Optional.ofNullable(all);
    virtualizationGathered = Optional.ofNullable(virtualization);
  }

  /** The definitions in a file: the one that it is named by, or those of a list. */
  private List<String> namesIn(ResourceFile file) {
    if (!file.place().name().isEmpty()) {
      return List.of(file.place().name());
    }
    List<String> listed = new ArrayList<>();
    if (!index.isDamaged(file)) {
      index.entries(file).forEach(entry -> listed.add(entry.name()));
    }
    return listed;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** The groups whose definitions the virtualization image gathers. */
  static boolean isVirtualization(String group) {
    return group.equals("kubevirt.io")
        || group.endsWith(".kubevirt.io")
        || group.endsWith("snapshot.storage.k8s.io");
  }

  /** What proves that the definitions of a group are all there; any group for the empty string. */
  Optional<String> completeness(String group) {
    return allGathered.isEmpty() && !group.isEmpty() && isVirtualization(group)
        ? virtualizationGathered
        : allGathered;
  }

  boolean has(ResourceType type) {
    String name = type.qualifiedPlural();
    return names.contains(name) || withObjects.contains(name) || isDiscovered(type);
  }

  private boolean isDiscovered(ResourceType type) {
    for (Discovery discovery : discoveries) {
      if (discovery.has(type.group(), type.plural())) {
        return true;
      }
    }
    return false;
  }

  Optional<JsonNode> of(ResourceType type) {
    if (type.group().isEmpty()) {
      // Only the API server itself serves these.
      return Optional.empty();
    }
    synchronized (parsed) {
      return parsed.computeIfAbsent(
          type.qualifiedPlural(),
          name ->
              index.select(Query.of(CRD, Scope.all()).named(name)).stream()
                  .findFirst()
                  .map(Resource::json));
    }
  }

  /** The types that the archive knows beyond those named. */
  List<ResourceType> typesBeyond(Set<String> known) {
    Map<String, ResourceType> found = new LinkedHashMap<>();
    for (Discovery discovery : discoveries) {
      for (ResourceType type : discovery.types()) {
        if (!known.contains(type.qualifiedPlural())) {
          found.putIfAbsent(type.qualifiedPlural(), type);
        }
      }
    }
    List<ResourceFile> files = new ArrayList<>(index.files(CRD).getOrDefault("", List.of()));
    for (ResourceFile file : files) {
      String name = file.place().name();
      if (!known.contains(name) && !found.containsKey(name)) {
        Optional<ResourceType> type = namesOf(file);
        if (type.isPresent()) {
          found.put(name, type.get());
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Optional<ResourceType> namesOf(ResourceFile file) {
    byte[] bytes = file.bytes();
    int start = NAMES.indexIn(bytes, 0, bytes.length);
    String crd = file.place().name();
    int dot = crd.indexOf('.');
    if (start < 0 || dot < 0) {
      return Optional.empty();
    }
    int end = blockEnd(bytes, start + NAMES.length());
    try {
      JsonNode names = YamlReader.read(bytes, start + 1, end, Set.of()).path("names");
      boolean namespaced = NAMESPACED.isIn(bytes, 0, bytes.length);
      return Optional.of(
          new ResourceType(
              crd.substring(dot + 1),
              versions(bytes),
              crd.substring(0, dot),
              names.path("singular").asText(names.path("kind").asText().toLowerCase(Locale.ROOT)),
              names.path("kind").asText(),
              texts(names.path("shortNames")),
              namespaced,
              texts(names.path("categories")),
              true));
    } catch (YamlException e) {
      return Optional.empty();
    }
  }

  private static final ByteSearch NAMES = new ByteSearch("\n  names:\n");
  private static final ByteSearch NAMESPACED = new ByteSearch("\n  scope: Namespaced\n");
  private static final ByteSearch STORED = new ByteSearch("\n  storedVersions:\n  - ");

  /** The stored version; which others are served only the whole definition tells. */
  private static List<String> versions(byte[] bytes) {
    int at = STORED.indexIn(bytes, 0, bytes.length);
    if (at < 0) {
      return List.of("v1");
    }
    int from = at + STORED.length();
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    return List.of(new String(bytes, from, to - from, StandardCharsets.UTF_8).strip());
  }

  private static int blockEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length) {
      boolean inside =
          at + 3 < bytes.length
              && bytes[at] == ' '
              && bytes[at + 1] == ' '
              && (bytes[at + 2] == ' ' || bytes[at + 2] == '-');
      if (!inside) {
        return at;
      }
      while (at < bytes.length && bytes[at] != '\n') {
        at++;
      }
      at++;
    }
    return bytes.length;
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list) {
      texts.add(item.asText());
    }
    return texts;
  }
}
