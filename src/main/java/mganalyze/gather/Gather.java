package mganalyze.gather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mganalyze.archive.Content;
import mganalyze.finding.Problem;

/**
 * The cluster as it was gathered: all trees of the archive merged into one picture. Reading is
 * lazy; any number of threads may ask. Lives as long as the archive's store.
 */
public final class Gather {
  private final GatherAssembly parts;
  private final Coverages coverages;
  private final Collecting collecting;
  private final ClusterFacts cluster;
  private final Optional<Instant> time;
  private final int kubernetesMinor;

  Gather(
      GatherAssembly parts,
      Coverages coverages,
      Collecting collecting,
      ClusterFacts cluster,
      Optional<Instant> time,
      int kubernetesMinor) {
    this.parts = parts;
    this.coverages = coverages;
    this.collecting = collecting;
    this.cluster = cluster;
    this.time = time;
    this.kubernetesMinor = kubernetesMinor;
  }

  public Types types() {
    return parts.types();
  }

  /**
   * What a query selects, each object once, in the order in which the API server lists them (bytes
   * of {@code namespace/name}).
   */
  public List<Resource> resources(Query query) {
    return parts.index().select(query);
  }

  /** All objects of a type in a scope. */
  public List<Resource> resources(ResourceType type, Scope scope) {
    return parts.index().select(Query.of(type, scope));
  }

  /** Whether what a query asks for was gathered. */
  public Coverage coverage(Query query) {
    return coverages.of(query);
  }

  public Coverage coverage(ResourceType type, Scope scope) {
    return coverages.of(Query.of(type, scope));
  }

  /** Whether the archive shows that a namespace exists. */
  public boolean hasNamespace(String namespace) {
    return parts.namespaces().contains(namespace);
  }

  /** The namespaces that the archive shows to exist, by name. */
  public List<String> namespaces() {
    return parts.namespaces().stream().sorted().toList();
  }

  /** When it was gathered; the epoch where nothing tells. */
  public Instant time() {
    return time.orElse(Instant.EPOCH);
  }

  /** When it was gathered, where something tells. */
  public Optional<Instant> knownTime() {
    return time;
  }

  public Logs logs() {
    return parts.logs();
  }

  public ClusterFacts cluster() {
    return cluster;
  }

  /** The trees of the producers: folder, product and version as far as they are known. */
  public List<GatherRoot> roots() {
    List<GatherRoot> roots = new ArrayList<>();
    for (Producers.Producer producer : parts.producers().all()) {
      String path = producer.root();
      roots.add(
          new GatherRoot(
              path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
              producer.product(),
              producer.version()));
    }
    return roots;
  }

  /** The folders of the archive that were left out, since they are of another cluster. */
  public List<String> otherClusters() {
    return parts.otherClusters();
  }

  /**
   * Files that are asked for by their path below a producer's folder, such as {@code
   * monitoring/prometheus/rules.json}: those whose path there starts with {@code prefix};
   * uncompressed, by full path.
   */
  public Map<String, Content> files(String prefix) {
    return parts.files().startingWith(prefix);
  }

  /** The command that gathers what the OpenShift image gathers. */
  public String openShiftCommand() {
    return Collecting.openShift();
  }

  /** The command that gathers what the virtualization image gathers. */
  public String virtualizationCommand() {
    return collecting.virtualization();
  }

  /** Whether the archive is cut short or damaged. */
  public boolean isDamaged() {
    return parts.damage().isAny();
  }

  /** What could not be read among what was asked for so far, by path. */
  public List<Problem> problems() {
    return parts.problems().sorted();
  }

  /** The Kubernetes minor version of the cluster, for example 31; 0 if nothing tells. */
  public int kubernetesMinor() {
    return kubernetesMinor;
  }
}
