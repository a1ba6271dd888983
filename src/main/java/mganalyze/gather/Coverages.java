package mganalyze.gather;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.finding.Missing;

/**
 * Answers whether what a query asks for was gathered, from the files themselves and from what each
 * producer always collects.
 */
final class Coverages {
  private final ResourceIndex index;
  private final Types types;
  private final Collecting collecting;
  private final RunningMachines machines;
  private final CollectionProof proof;

  Coverages(
      ResourceIndex index,
      Types types,
      Collecting collecting,
      RunningMachines machines,
      CollectionProof proof) {
    this.index = index;
    this.types = types;
    this.collecting = collecting;
    this.machines = machines;
    this.proof = proof;
  }

  Coverage of(Query query) {
    ResourceType type = query.type();
    if (types.isServed(type) == Types.Served.NO) {
      return new Coverage.NoSuchType(
          "the cluster has no "
              + collecting.plural(type)
              + ": their definition is not among those in "
              + types.whyNotServed(type));
    }
    Optional<String> lost = lostFile(query);
    if (lost.isPresent()) {
      return new Coverage.Partly(lost.get() + " could not be read whole", missing(query));
    }
    if (!type.namespaced()) {
      return ofCluster(query);
    }
    return query.scope().namespace().isPresent()
        ? ofNamespace(query, query.scope().namespace().get())
        : ofAll(query);
  }

  private Coverage ofCluster(Query query) {
    Optional<ResourceFile> list = list(query.type(), "");
    if (list.isPresent()) {
      return new Coverage.Gathered(list.get().path());
    }
    return proof
        .of(query)
        .orElseGet(() -> leftovers(query, index.files(query.type()).containsKey("")));
  }

  private Coverage ofNamespace(Query query, String namespace) {
    Optional<ResourceFile> list = list(query.type(), namespace);
    if (list.isPresent()) {
      return new Coverage.Gathered(list.get().path());
    }
    Optional<Coverage> proven = proof.of(query);
    if (proven.isPresent()) {
      return proven.get();
    }
    Optional<Coverage> named = ofNamed(query);
    return named.orElseGet(
        () -> leftovers(query, index.files(query.type()).containsKey(namespace)));
  }

  /** An object that is asked for by name and is there was gathered, whatever else was not. */
  private Optional<Coverage> ofNamed(Query query) {
    if (query.name().isEmpty()) {
      return Optional.empty();
    }
    List<Resource> found = index.select(query);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Coverage.Gathered(found.get(0).paths().get(0)));
  }

  private Coverage ofAll(Query query) {
    Optional<Coverage> proven = proof.of(query);
    if (proven.isPresent()) {
      return proven.get();
    }
    if (isLauncherQuery(query)) {
      return machines.launcherCoverage(query, missing(query));
    }
    return leftovers(query, !index.files(query.type()).isEmpty());
  }

  private static boolean isLauncherQuery(Query query) {
    return query.type().qualifiedPlural().equals("pods")
        && query.labels().requiredWords().contains("virt-launcher");
  }

  private Coverage leftovers(Query query, boolean some) {
    if (!some) {
      return new Coverage.NotGathered(missing(query));
    }
    String why =
        query.type().namespaced() && query.scope().namespace().isEmpty()
            ? "only some namespaces were gathered"
            : "only single objects were gathered, no list of all";
    return new Coverage.Partly(why, missing(query));
  }

  private Optional<ResourceFile> list(ResourceType type, String namespace) {
    for (ResourceFile file : index.files(type).getOrDefault(namespace, List.of())) {
      if (file.place().name().isEmpty() && file.isList()) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** A file of the type in the scope that is cut, or that holds something which does not parse. */
  private Optional<String> lostFile(Query query) {
    Set<ResourceFile> broken = index.broken(query);
    for (Map.Entry<String, List<ResourceFile>> entry : index.files(query.type()).entrySet()) {
      for (ResourceFile file : entry.getValue()) {
        boolean inScope =
            !query.type().namespaced()
                || query.scope().holds(entry.getKey())
                || entry.getKey().equals(ResourceIndex.SPREAD);
        boolean named =
            query.name().isEmpty()
                || file.place().name().isEmpty()
                || file.place().name().equals(query.name().get());
        boolean lost = inScope && named && (broken.contains(file) || index.isDamaged(file));
        if (lost && !isHeldElsewhere(file, query, broken)) {
          return Optional.of(file.path());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A broken file of one object does no harm where another file holds that object, or the whole
   * list.
   */
  private boolean isHeldElsewhere(ResourceFile lost, Query query, Set<ResourceFile> broken) {
    String namespace = lost.place().namespace();
    if (query.type().namespaced() && namespace.isEmpty()) {
      namespace = query.scope().namespace().orElse("");
    }
    if (list(query.type(), namespace)
        .filter(list -> list != lost && !broken.contains(list) && !index.isDamaged(list))
        .isPresent()) {
      return true;
    }
    return !lost.place().name().isEmpty()
        && index.select(Query.of(query.type(), query.scope()).named(lost.place().name())).stream()
            .anyMatch(one -> !one.path().equals(lost.path()));
  }

  private Missing missing(Query query) {
    return collecting.missing(query);
  }
}
