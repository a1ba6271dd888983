package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mganalyze.gather.Place;
import mganalyze.gather.ResourceType;

/** Changes to objects, wherever the gather holds them: single files and lists of both images. */
final class ObjectEdits {
  private ObjectEdits() {}

  /** Merges a patch into an object. */
  static Edit merge(ObjectName name, JsonNode patch) {
    return (tree, places) -> {
      boolean found =
          visit(
              tree,
              places,
              name,
              (file, matching) -> {
                matching.forEach(object -> MergePatch.apply(object, patch));
                return true;
              });
      if (!found) {
        throw new EditException(name.text() + ": there is no such object");
      }
    };
  }

  /** Removes an object; a pod goes with its logs and its scrape target. */
  static Edit remove(ObjectName name) {
    return (tree, places) -> {
      Set<String> pods = new HashSet<>();
      boolean found =
          visit(
              tree,
              places,
              name,
              (file, matching) -> {
                matching.forEach(pod -> pods.add(pod.at("/metadata/name").asText()));
                file.objects().removeAll(matching);
                return file.isList() || !file.objects().isEmpty();
              });
      if (!found) {
        throw new EditException(name.text() + ": there is no such object");
      }
      if (name.kind().equals("Pod")) {
        String namespace = name.namespace().orElse("");
        tree.removeIf(path -> isLogOf(places.of(path), namespace, pods));
        TargetEdits.removePods(tree, namespace, pods);
      }
    };
  }

  private static boolean isLogOf(Place place, String namespace, Set<String> pods) {
    return place instanceof Place.ContainerLog log
        && log.namespace().equals(namespace)
        && pods.contains(log.pod());
  }

  /**
   * Puts objects where the producers that collect them write them; replaces those of the same name.
   */
  static Edit add(ObjectNode object) {
    return (tree, places) -> {
      ResourceType type = places.typeOf(object);
      String namespace = object.at("/metadata/namespace").asText();
      String reference =
          type.kind()
              + (namespace.isEmpty() ? "" : "/" + namespace)
              + "/"
              + object.at("/metadata/name").asText();
      Optional<ObjectName> name = ObjectName.parse(reference);
      if (name.isPresent()) {
        visit(
            tree,
            places,
            name.get(),
            (file, matching) -> {
              file.objects().removeAll(matching);
              return file.isList() || !file.objects().isEmpty();
            });
      }
      new Placement(tree, type).put(object);
    };
  }

  /** What becomes of a file; tells whether it stays. */
  private interface Change {
    boolean apply(ObjectFile file, List<ObjectNode> matching);
  }

  private static boolean visit(FileTree tree, Places places, ObjectName name, Change change) {
    List<ResourceType> types = places.ofKind(name.kind(), name.group());
    boolean found = false;
    for (String path : tree.paths()) {
      if (!(places.of(path) instanceof Place.Objects place) || !mayHold(place, types, name)) {
        continue;
      }
      Optional<ObjectFile> file = ObjectFile.read(tree.content(path));
      if (file.isEmpty()) {
        continue;
      }
      List<ObjectNode> matching =
          file.get().objects().stream().filter(object -> name.matches(object, place)).toList();
      if (matching.isEmpty()) {
        continue;
      }
      found = true;
      if (change.apply(file.get(), matching)) {
        tree.put(path, file.get().write());
      } else {
        tree.removeIf(path::equals);
      }
    }
    return found;
  }

  /** Whether the path alone rules the object out; kinds that are not known may lie anywhere. */
  private static boolean mayHold(Place.Objects place, List<ResourceType> types, ObjectName name) {
    boolean inNamespace =
        place.namespace().isEmpty()
            || name.namespace()
                .map(PathGlob::of)
                .filter(n -> n.test(place.namespace()))
                .isPresent();
    boolean named = place.name().isEmpty() || name.name().test(place.name());
    boolean typed =
        types.isEmpty()
            || types.stream()
                .anyMatch(
                    t -> t.group().equals(place.group()) && t.plural().equals(place.plural()));
    return inNamespace && named && typed;
  }

  /** Removes every file of a type. */
  static Edit removeType(ResourceType type) {
    return (tree, places) -> {
      if (tree.removeIf(path -> places.holds(path, type)) == 0) {
        throw new EditException(type.qualifiedPlural() + ": there are no files of this type");
      }
    };
  }
}
