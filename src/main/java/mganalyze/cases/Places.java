package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mganalyze.gather.Layout;
import mganalyze.gather.Place;
import mganalyze.gather.ResourceType;
import mganalyze.gather.TypeTable;

/** What the paths of a gather mean, and which types the kinds that cases name are. */
final class Places {
  private final List<ResourceType> types = TypeTable.load();
  private final Layout layout = Layout.of(types);
  private final Map<String, Place> known = new ConcurrentHashMap<>();

  Place of(String path) {
    return known.computeIfAbsent(path, layout::classify);
  }

  boolean holds(String path, ResourceType type) {
    return of(path) instanceof Place.Objects objects
        && objects.group().equals(type.group())
        && objects.plural().equals(type.plural());
  }

  /** The type of an object; one that is made up from its kind where the kind is not known. */
  ResourceType typeOf(JsonNode object) {
    String apiVersion = object.path("apiVersion").asText();
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String kind = object.path("kind").asText();
    for (ResourceType type : types) {
      if (type.kind().equals(kind) && type.group().equals(group)) {
        return type;
      }
    }
    return madeUp(group, apiVersion.substring(slash + 1), kind, object.at("/metadata/namespace"));
  }

  private static ResourceType madeUp(
      String group, String version, String kind, JsonNode namespace) {
    String singular = kind.toLowerCase(Locale.ROOT);
    return new ResourceType(
        group,
        List.of(version),
        singular + "s",
        singular,
        kind,
        List.of(),
        !namespace.isMissingNode(),
        List.of(),
        true);
  }

  /** The types that a kind may mean, with its group or without. */
  List<ResourceType> ofKind(String kind, Optional<String> group) {
    List<ResourceType> found = new ArrayList<>();
    for (ResourceType type : types) {
      if (type.kind().equals(kind) && group.map(type.group()::equals).orElse(true)) {
        found.add(type);
      }
    }
    return found;
  }

  /** The type that a plural with its group means. */
  Optional<ResourceType> ofPlural(String qualifiedPlural) {
    return types.stream().filter(t -> t.qualifiedPlural().equals(qualifiedPlural)).findFirst();
  }
}
