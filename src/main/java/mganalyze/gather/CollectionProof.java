package mganalyze.gather;

import java.util.List;
import java.util.Optional;

/**
 * What the rules of the producers prove: that a type was collected whole, because a file is there
 * that the same producer writes in the same run. An empty answer is not believed where objects are
 * there that cannot be without the type's own.
 */
final class CollectionProof {
  private final ResourceIndex index;
  private final Types types;
  private final Producers producers;
  private final Damage damage;
  private final Collecting collecting;
  private final RunningMachines machines;
  private final List<CollectionRule> rules = CollectionRule.load();

  CollectionProof(
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

  /** Empty where no rule tells of what is asked for. */
  Optional<Coverage> of(Query query) {
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
                  "the archive is cut short or damaged; more may have been in it",
                  collecting.missing(query)));
        }
        Optional<String> contradiction = contradiction(rule, query);
        return Optional.of(
            contradiction.isPresent()
                ? new Coverage.Partly(contradiction.get(), collecting.missing(query))
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

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
