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
  private final Producers producers;
  private final Damage damage;
  private final Collecting collecting;
  private final RunningMachines machines;
  private final List<CollectionRule> rules = CollectionRule.load();

  Coverages(
      ResourceIndex index,
      Types types,
      Producers producers,
      Damage damage,
      Collecting collecting,
      RunningMachines machines) {
    this.index = index;
    this.types = types;
    this.producers = producers;
    this.damage = damage;
    this.collecting = collecting;
    this.machines = machines;
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
    return byRule(query)
        .orElseGet(() -> leftovers(query, index.files(query.type()).containsKey("")));
  }

  private Coverage ofNamespace(Query query, String namespace) {
    Optional<ResourceFile> list = list(query.type(), namespace);
    if (list.isPresent()) {
      return new Coverage.Gathered(list.get().path());
    }
    Optional<Coverage> byRule = byRule(query);
    if (byRule.isPresent()) {
      return byRule.get();
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
    Optional<Coverage> byRule = byRule(query);
    if (byRule.isPresent()) {
      return byRule.get();
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

  private Optional<Coverage> byRule(Query query) {
    for (CollectionRule rule : rules) {
      if (!rule.covers(query.type())
          || !(rule.label().isEmpty() || query.labels().requiredWords().contains(rule.label()))) {
        continue;
      }
      for (Producers.Producer producer : producers.of(Optional.of(rule.product()))) {
        Optional<String> proof = proof(rule, producer, query.type());
        if (proof.isEmpty()) {
          continue;
        }
        if (damage.reaches(producer.root())) {
          return Optional.of(
              new Coverage.Partly(
                  "the archive is cut short or damaged; more may have been in it", missing(query)));
        }
        Optional<String> contradiction = contradiction(rule, query);
        return Optional.of(
            contradiction.isPresent()
                ? new Coverage.Partly(contradiction.get(), missing(query))
                : new Coverage.Gathered(proof.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> proof(
      CollectionRule rule, Producers.Producer producer, ResourceType type) {
    Optional<String> own = fileOf(type, producer.root());
    if (own.isPresent() || rule.proof().equals("self")) {
      return own;
    }
    if (rule.proof().equals("crs")) {
      return customResourceFile(producer.root());
    }
    return types.find(rule.proof()).flatMap(other -> fileOf(other, producer.root()));
  }

  private Optional<String> fileOf(ResourceType type, String root) {
    for (List<ResourceFile> files : index.files(type).values()) {
      for (ResourceFile file : files) {
        if (producers.of(file.place().root()).root().equals(root)) {
          return Optional.of(folder(file.path()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> customResourceFile(String root) {
    return Optional.ofNullable(collecting.customResourceFolders().get(root));
  }

  /** Objects that cannot be without the ones that were asked for, while none of those are there. */
  private Optional<String> contradiction(CollectionRule rule, Query query) {
    for (String word : rule.unless()) {
      boolean counts = !word.startsWith("?") || collecting.installNamespace().isEmpty();
      String unless = word.startsWith("?") ? word.substring(1) : word;
      if (!counts) {
        continue;
      }
      if (unless.equals("running-vms")) {
        Optional<String> contradiction = machines.contradiction();
        if (contradiction.isPresent()) {
          return contradiction;
        }
        continue;
      }
      if (!index.resources(query.type(), query.scope()).isEmpty()) {
        return Optional.empty();
      }
      int slash = unless.indexOf('/');
      Optional<ResourceType> other = types.find(slash < 0 ? unless : unless.substring(0, slash));
      if (other.isEmpty()) {
        continue;
      }
      Query witness = Query.of(other.get(), Scope.all());
      List<Resource> found =
          index.select(slash < 0 ? witness : witness.named(unless.substring(slash + 1)));
      if (!found.isEmpty()) {
        return Optional.of(
            "there are none in the archive, though "
                + other.get().kind()
                + " "
                + found.get(0).name()
                + " ("
                + found.get(0).paths().get(0)
                + ") cannot be without");
      }
    }
    return Optional.empty();
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

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
