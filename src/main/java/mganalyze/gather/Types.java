package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The resource types of the cluster: the built-in table, over it what the archive's definitions and
 * discovery documents say. Core names win over custom types of the same name.
 */
public final class Types {
  private final Map<String, ResourceType> byQualifiedPlural = new LinkedHashMap<>();
  private final Map<String, List<ResourceType>> byWord = new HashMap<>();
  private final Definitions definitions;

  Types(List<ResourceType> known, Definitions definitions) {
    this.definitions = definitions;
    for (ResourceType type : known) {
      byQualifiedPlural.put(type.qualifiedPlural(), type);
    }
    for (ResourceType type : definitions.typesBeyond(byQualifiedPlural.keySet())) {
      byQualifiedPlural.put(type.qualifiedPlural(), type);
    }
    for (ResourceType type : byQualifiedPlural.values()) {
      file(type, type.plural());
      file(type, type.singular());
      file(type, type.kind().toLowerCase(Locale.ROOT));
      for (String word : type.shortNames()) {
        file(type, word);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same one again, not an equal one
  private void file(ResourceType type, String word) {
    List<ResourceType> types = byWord.computeIfAbsent(word, k -> new ArrayList<>(1));
    // One type's words follow each other.
    if (types.isEmpty() || types.get(types.size() - 1) != type) {
      types.add(type);
    }
  }

  /**
   * The type that a word of the command line means: plural, singular, kind in any case, short name,
   * {@code type.group} or {@code type.version.group}. A type that the cluster is known not to have
   * is found as long as it is a well-known one; ask {@link #isServed}.
   */
  public Optional<ResourceType> find(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int dot = lower.indexOf('.');
    if (dot < 0) {
      return choose(byWord.getOrDefault(lower, List.of()));
    }
    String rest = lower.substring(dot + 1);
    List<ResourceType> types = new ArrayList<>();
    for (ResourceType type : byWord.getOrDefault(lower.substring(0, dot), List.of())) {
      if (isMeant(type, rest)) {
        types.add(type);
      }
    }
    return choose(types);
  }

  /** Whether what stands behind a type's name is its group, or a version and its group. */
  private static boolean isMeant(ResourceType type, String rest) {
    int dot = rest.indexOf('.');
    return type.group().equals(rest)
        || (dot > 0
            && type.versions().contains(rest.substring(0, dot))
            && type.group().equals(rest.substring(dot + 1)))
        // `network.config` is short for `network.config.openshift.io`
        || type.group().startsWith(rest + ".");
  }

  private Optional<ResourceType> choose(List<ResourceType> types) {
    for (ResourceType type : types) {
      if (isServed(type) != Served.NO) {
        return Optional.of(type);
      }
    }
    return types.isEmpty() ? Optional.empty() : Optional.of(types.get(0));
  }

  /**
   * The types of a category such as {@code all}, as far as the cluster may have them, in discovery
   * order.
   */
  public List<ResourceType> inCategory(String category) {
    return byQualifiedPlural.values().stream()
        .filter(type -> type.categories().contains(category) && isServed(type) != Served.NO)
        .toList();
  }

  /** All types that the cluster may have. */
  public List<ResourceType> all() {
    return byQualifiedPlural.values().stream().filter(type -> isServed(type) != Served.NO).toList();
  }

  /** Whether a type that is not found is known not to exist in the cluster. */
  public boolean areComplete() {
    return definitions.completeness("").isPresent();
  }

  /** Whether the cluster has a type, as far as the archive tells. */
  public Served isServed(ResourceType type) {
    if (!type.custom()) {
      return Served.YES;
    }
    if (definitions.has(type)) {
      return Served.YES;
    }
    return definitions.completeness(type.group()).isPresent() ? Served.NO : Served.UNKNOWN;
  }

  /** Why {@link #isServed} says no, for a person. */
  public String whyNotServed(ResourceType type) {
    return definitions.completeness(type.group()).orElse("");
  }

  /** The CustomResourceDefinition of a type, where it was gathered. */
  public Optional<JsonNode> definition(ResourceType type) {
    return definitions.of(type);
  }

  /** Whether a type exists in the cluster. */
  public enum Served {
    YES,
    NO,
    UNKNOWN
  }
}
