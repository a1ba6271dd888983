package mganalyze.gather;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mganalyze.finding.Nullable;
import mganalyze.finding.Problem;

/** The files of objects by type and namespace, and the objects that were asked for so far. */
final class ResourceIndex {
  /**
   * Files whose objects may lie in any namespace are filed under this name, which no namespace can
   * have.
   */
  static final String SPREAD = "*";

  private static final int WORTH_A_THREAD = 8;

  private final Map<String, Map<String, List<ResourceFile>>> files = new HashMap<>();
  private final Map<String, List<Resource>> resources = new ConcurrentHashMap<>();

  private final FieldIndex byField = new FieldIndex();

  /** By the places that hold it, so that it is parsed once, whichever scope it is found in. */
  private final Map<List<ResourceFile.Entry>, Resource> known = new ConcurrentHashMap<>();

  /** Whoever asks for objects asks next whether they are all. */
  private volatile @Nullable Answer latest;

  private final Consumer<Problem> problems;

  private record Answer(Query query, List<Resource> resources) {}

  ResourceIndex(Consumer<Problem> problems) {
    this.problems = problems;
  }

  void add(ResourceFile file, boolean namespacedType) {
    Place.Objects place = file.place();
    String namespace = namespacedType && place.namespace().isEmpty() ? SPREAD : place.namespace();
    files
        .computeIfAbsent(key(place.group(), place.plural()), k -> new TreeMap<>())
        .computeIfAbsent(namespace, k -> new ArrayList<>())
        .add(file);
  }

  /** The files of a type, by namespace. */
  Map<String, List<ResourceFile>> files(ResourceType type) {
    return files.getOrDefault(key(type.group(), type.plural()), Map.of());
  }

  /** The files of a type by its full name, such as {@code clusterversions.config.openshift.io}. */
  List<ResourceFile> files(String type) {
    List<ResourceFile> all = new ArrayList<>();
    for (List<ResourceFile> some : files.getOrDefault(type, Map.of()).values()) {
      all.addAll(some);
    }
    return all;
  }

  /** Takes the files of some roots out, before anybody has asked for an object. */
  void removeRoots(Set<String> roots) {
    for (Map<String, List<ResourceFile>> byNamespace : files.values()) {
      for (List<ResourceFile> some : byNamespace.values()) {
        some.removeIf(file -> roots.contains(file.place().root()));
      }
      byNamespace.values().removeIf(List::isEmpty);
    }
    files.values().removeIf(Map::isEmpty);
  }

  /**
   * Takes out, for each type and namespace, the files of older gathers where a newer one has all
   * objects: as a list, or because the OpenShift image never gathers just some.
   */
  void removeOlder(Generations generations) {
    for (Map<String, List<ResourceFile>> byNamespace : files.values()) {
      for (List<ResourceFile> some : byNamespace.values()) {
        Set<String> whole = new HashSet<>();
        for (ResourceFile file : some) {
          String root = file.place().root();
          if (!whole.contains(root) && (generations.isOpenShift(root) || file.isList())) {
            whole.add(root);
          }
        }
        some.removeIf(file -> generations.isOlderThanAny(file.place().root(), whole));
      }
    }
  }

  boolean hasType(ResourceType type) {
    return files.containsKey(key(type.group(), type.plural()));
  }

  /** Group and plural of every type that has files. */
  Iterable<String> keys() {
    return files.keySet();
  }

  List<ResourceFile> allFiles() {
    List<ResourceFile> all = new ArrayList<>();
    for (Map<String, List<ResourceFile>> byNamespace : files.values()) {
      for (List<ResourceFile> some : byNamespace.values()) {
        all.addAll(some);
      }
    }
    return all;
  }

  private static String key(String group, String plural) {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  List<Resource> select(Query query) {
    Answer answer = latest;
    if (answer == null || answer.query() != query) {
      answer = new Answer(query, search(query));
      latest = answer;
    }
    return answer.resources();
  }

  private List<Resource> search(Query query) {
    List<ByteSearch> words = words(query);
    List<Resource> candidates = new ArrayList<>();
    int unparsed = 0;
    List<Resource> all = resources(query.type(), query.scope());
    for (Resource resource :
        byField.narrow(listName(query.type(), query.scope()), all, query.fields())) {
      if (isNamed(resource, query) && (resource.isAtHand() || resource.holds(words))) {
        candidates.add(resource);
        unparsed += resource.isAtHand() ? 0 : 1;
      }
    }
    Stream<Resource> stream =
        unparsed < WORTH_A_THREAD ? candidates.stream() : candidates.parallelStream();
    // Asked again of the few that match: what was at hand depends on who asked before.
    return stream.filter(one -> matches(one, query) && one.holds(words)).toList();
  }

  /**
   * The files with a copy that does not parse of an object that the query might have selected. What
   * other queries found broken is left out, so that the answer does not depend on who asked before.
   */
  Set<ResourceFile> broken(Query query) {
    select(query);
    List<ByteSearch> words = words(query);
    Set<ResourceFile> files = new HashSet<>();
    for (Resource resource : resources(query.type(), query.scope())) {
      if (resource.isBroken() && isNamed(resource, query) && resource.holds(words)) {
        files.addAll(resource.brokenFiles());
      }
    }
    return files;
  }

  /** Whether part of a file is lost, see {@link ResourceFile#isDamaged}. */
  boolean isDamaged(ResourceFile file) {
    return file.isDamaged(problems);
  }

  List<ResourceFile.Entry> entries(ResourceFile file) {
    return file.entries(problems);
  }

  private static boolean isNamed(Resource resource, Query query) {
    return query.name().isEmpty() || query.name().get().equals(resource.name());
  }

  private static boolean matches(Resource resource, Query query) {
    Optional<ObjectNode> object = resource.parsed();
    return object.isPresent()
        && (query.labels().isEverything()
            || query.labels().matches(object.get().path("metadata").path("labels")))
        && query.fields().matches(object.get());
  }

  /** What stands in the text of every object that is selected; what is rarest first. */
  private static List<ByteSearch> words(Query query) {
    List<String> words = new ArrayList<>(query.labels().requiredWords());
    words.addAll(query.fields().requiredWords());
    // A long word, such as the identifier of an object, tells most.
    words.sort(Comparator.comparingInt(String::length).reversed());
    return words.stream().map(ByteSearch::new).toList();
  }

  /** All objects of a type in etcd's key order, parsed or not. */
  List<Resource> resources(ResourceType type, Scope scope) {
    return resources.computeIfAbsent(
        listName(type, scope), k -> collect(type, namespace(type, scope)));
  }

  private static String listName(ResourceType type, Scope scope) {
    return type.qualifiedPlural() + "/" + namespace(type, scope).orElse(SPREAD);
  }

  private static Optional<String> namespace(ResourceType type, Scope scope) {
    return type.namespaced() ? scope.namespace() : Optional.empty();
  }

  private List<Resource> collect(ResourceType type, Optional<String> namespace) {
    Map<String, List<ResourceFile>> byNamespace = files(type);
    List<ResourceFile> chosen = new ArrayList<>();
    if (namespace.isEmpty()) {
      for (List<ResourceFile> files : byNamespace.values()) {
        chosen.addAll(files);
      }
    } else {
      chosen.addAll(byNamespace.getOrDefault(namespace.get(), List.of()));
      chosen.addAll(byNamespace.getOrDefault(SPREAD, List.of()));
    }
    Map<String, List<ResourceFile.Entry>> objects = new LinkedHashMap<>();
    for (ResourceFile file : chosen) {
      for (ResourceFile.Entry entry : file.entries(problems)) {
        if (namespace.isEmpty() || namespace.get().equals(entry.namespace())) {
          objects
              .computeIfAbsent(entry.namespace() + "/" + entry.name(), k -> new ArrayList<>())
              .add(entry);
        }
      }
    }
    Map<byte[], Resource> found = new TreeMap<>(Arrays::compareUnsigned);
    for (Map.Entry<String, List<ResourceFile.Entry>> object : objects.entrySet()) {
      object.getValue().sort(ResourceIndex::bestFirst);
      List<ResourceFile.Entry> places = List.copyOf(object.getValue());
      found.put(
          object.getKey().getBytes(StandardCharsets.UTF_8),
          known.computeIfAbsent(places, k -> new Resource(type, places, problems)));
    }
    return List.copyOf(found.values());
  }

  /**
   * What is whole, then the newest version; of equals the one from a list, which no old client has
   * re-serialised.
   */
  private static int bestFirst(ResourceFile.Entry one, ResourceFile.Entry other) {
    if (one.isCut() != other.isCut()) {
      return one.isCut() ? 1 : -1;
    }
    int byVersion = ResourceVersion.compare(other.resourceVersion(), one.resourceVersion());
    if (byVersion != 0) {
      return byVersion;
    }
    int byKind = Boolean.compare(other.file().isList(), one.file().isList());
    return byKind != 0 ? byKind : one.file().path().compareTo(other.file().path());
  }
}
