package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * Tells the trees of one cluster from those of others. The archives of a case may be of several
 * clusters, and the dump of a management cluster has those of the clusters that it hosts in it.
 * Objects of two clusters in one picture would prove what neither of them shows.
 */
final class Clusters {
  private static final String CLUSTER_VERSIONS = "clusterversions.config.openshift.io";

  /** Nobody packs more than these; each is compared with each. */
  private static final int MOST_TREES = 1000;

  /** By root: the cluster's id or, for the dump of a hosted cluster, its folder. */
  private final Map<String, String> clusters;

  private final Set<String> roots;
  private final ResourceIndex index;

  /** How much of a cluster there is. */
  private record Weight(boolean hasVirtualization, int files) {
    static final Weight NONE = new Weight(false, 0);

    Weight and(ResourceFile file) {
      return new Weight(
          hasVirtualization || file.place().group().endsWith("kubevirt.io"), files + 1);
    }
  }

  private Clusters(Map<String, String> clusters, Set<String> roots, ResourceIndex index) {
    this.clusters = clusters;
    this.roots = roots;
    this.index = index;
  }

  /**
   * The roots that are not of the cluster that the archive is about, each with the reason; mostly
   * none. It is about the cluster that has OpenShift Virtualization and, of several, the one of
   * which there is most.
   *
   * @param roots those with objects or logs
   * @param places all of them
   */
  static Map<String, String> others(Set<String> roots, Set<String> places, ResourceIndex index) {
    Map<String, String> clusters = new HashMap<>();
    for (String root : places) {
      dump(root).ifPresent(folder -> clusters.put(root, folder));
    }
    Collection<ResourceFile> versions = index.files(CLUSTER_VERSIONS);
    if (clusters.isEmpty() && areOfOneRoot(versions)) {
      return Map.of();
    }
    for (ResourceFile file : versions) {
      String id = clusterId(file, index);
      if (!id.isEmpty()) {
        clusters.putIfAbsent(file.place().root(), id);
      }
    }
    return new Clusters(clusters, roots, index).others(places);
  }

  private static boolean areOfOneRoot(Collection<ResourceFile> files) {
    Set<String> roots = new HashSet<>();
    for (ResourceFile file : files) {
      roots.add(file.place().root());
    }
    return roots.size() < 2;
  }

  /** The folder of a dump of another cluster's objects that a root lies in. */
  private static Optional<String> dump(String root) {
    int from = 0;
    for (int slash = root.indexOf('/'); slash >= 0; slash = root.indexOf('/', from)) {
      String segment = root.substring(from, slash);
      if (segment.startsWith("hostedcluster-") || segment.equals("external-infra-clusters")) {
        return Optional.of(root.substring(0, slash + 1));
      }
      from = slash + 1;
    }
    return Optional.empty();
  }

  private static String clusterId(ResourceFile file, ResourceIndex index) {
    for (ResourceFile.Entry entry : index.entries(file)) {
      try {
        JsonNode version = YamlReader.readSlice(file.bytes(), entry.slice(), ResourceFile.DROPPED);
        return version.path("spec").path("clusterID").asText("");
      } catch (YamlException e) {
        // It is told as a problem when the cluster's version is read.
      }
    }
    return "";
  }

  private Map<String, String> others(Set<String> places) {
    Optional<String> main = main();
    Map<String, String> others = new TreeMap<>();
    for (String root : places) {
      Set<String> own = clusters.containsKey(root) ? Set.of(clusters.get(root)) : nearest(root);
      // Nothing tells of a cluster where only dumps have a name, and the tree lies in none.
      if (!own.isEmpty() && !own.equals(main.map(Set::of).orElse(Set.of()))) {
        others.put(root, why(own));
      }
    }
    return others;
  }

  private static String why(Set<String> clusters) {
    if (clusters.size() > 1) {
      return "not used, since it may be of another cluster";
    }
    String cluster = clusters.iterator().next();
    return cluster.endsWith("/")
        ? "not used, since it is of a cluster that is hosted on this one"
        : "not used, since it is of another cluster, " + cluster;
  }

  /** Empty for the roots that lie in no dump and have no cluster version. */
  private Optional<String> main() {
    Map<String, Weight> weights = new TreeMap<>();
    boolean isRestUnnamed = false;
    for (String root : roots) {
      String cluster = clusters.get(root);
      if (cluster == null) {
        isRestUnnamed = true;
      } else if (!cluster.endsWith("/")) {
        weights.put(cluster, Weight.NONE);
      }
    }
    if (weights.isEmpty() && !isRestUnnamed) {
      clusters.values().forEach(dump -> weights.put(dump, Weight.NONE));
    }
    for (ResourceFile file : index.allFiles()) {
      String cluster = clusters.get(file.place().root());
      if (cluster != null) {
        weights.computeIfPresent(cluster, (k, weight) -> weight.and(file));
      }
    }
    return weights.entrySet().stream()
        .max(
            Map.Entry.<String, Weight>comparingByValue(
                    Comparator.comparing(Weight::hasVirtualization).thenComparing(Weight::files))
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /**
   * The clusters, dumps left out, of the roots that share most folders with one that tells none.
   */
  private Set<String> nearest(String root) {
    if (clusters.size() > MOST_TREES) {
      return new HashSet<>(clusters.values());
    }
    Set<String> nearest = new HashSet<>();
    int most = -1;
    for (Map.Entry<String, String> named : clusters.entrySet()) {
      int shared = sharedFolders(root, named.getKey());
      if (named.getValue().endsWith("/") || shared < most) {
        continue;
      }
      if (shared > most) {
        nearest.clear();
        most = shared;
      }
      nearest.add(named.getValue());
    }
    return nearest;
  }

  private static int sharedFolders(String one, String other) {
    int shared = 0;
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length && one.charAt(i) == other.charAt(i); i++) {
      shared += one.charAt(i) == '/' ? 1 : 0;
    }
    return shared;
  }
}
