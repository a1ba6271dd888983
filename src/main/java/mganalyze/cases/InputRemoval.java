package mganalyze.cases;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mganalyze.gather.Coverage;
import mganalyze.gather.Place;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.runbook.Input;

/**
 * Takes from a gather what an input of a check reads, and what would prove that there was none of
 * it: the gather is then one in which that part was not collected.
 */
final class InputRemoval {
  /** How many proofs a type may have, each found once the one before it is gone. */
  private static final int MOST_PROOFS = 20;

  private static final Pattern DEFINITION =
      Pattern.compile("[a-z]+\\.([a-z]+\\.)*(kubevirt|snapshot\\.storage\\.k8s)\\.io");

  private final FileTree tree;
  private final Places places;

  InputRemoval(FileTree tree, Places places) {
    this.tree = tree;
    this.places = places;
  }

  /** Tells whether there was something to remove. */
  boolean remove(Input input) throws IOException {
    if (input instanceof Input.Objects objects) {
      return removeObjects(objects);
    }
    if (input instanceof Input.LogLines lines) {
      return removeLogs(lines);
    }
    if (input instanceof Input.Targets) {
      return tree.removeIf(path -> path.endsWith("/active-targets.json")) > 0;
    }
    if (input instanceof Input.Samples) {
      tree.removeIf(path -> path.endsWith(".openmetrics") || path.contains("/metrics/"));
    }
    // Alert rules are gone already: they would decide whatever else is there.
    return true;
  }

  private boolean removeObjects(Input.Objects input) throws IOException {
    for (int i = 0; i < MOST_PROOFS; i++) {
      try (OpenedGather opened = OpenedGather.of(tree)) {
        Optional<Query> query = input.query(opened.gather());
        if (query.isEmpty()) {
          return true;
        }
        ResourceType type = query.get().type();
        boolean removed = tree.removeIf(path -> places.holds(path, type)) > 0;
        Coverage coverage = opened.gather().coverage(query.get());
        if (!removed) {
          if (coverage instanceof Coverage.Gathered gathered) {
            removeProof(gathered.why());
          } else {
            return !(coverage instanceof Coverage.NoSuchType);
          }
        }
      }
    }
    throw new IllegalStateException("there is no end to what proves " + input.type());
  }

  private void removeProof(String proof) {
    String image = tree.images().stream().filter(proof::startsWith).findFirst().orElse("");
    if (isOfCollector(proof)) {
      // One command collects all custom resources: they are there together, or not at all.
      tree.removeIf(path -> path.startsWith(image) && isOfCollector(path));
    } else {
      tree.removeIf(path -> path.startsWith(proof));
    }
  }

  /** {@code …/crs/<definition>/…} or {@code cluster-scoped-resources/<definition>/<name>.yaml}. */
  private static boolean isOfCollector(String path) {
    int cluster = path.indexOf("/cluster-scoped-resources/");
    if (cluster < 0) {
      return path.contains("/crs/");
    }
    String[] below = path.substring(cluster + "/cluster-scoped-resources/".length()).split("/");
    // A definition's name has its plural before the group: cdis.cdi.kubevirt.io.
    return below.length <= 2 && DEFINITION.matcher(below[0]).matches();
  }

  private boolean removeLogs(Input.LogLines input) throws IOException {
    Set<String> pods = new HashSet<>();
    try (OpenedGather opened = OpenedGather.of(tree)) {
      Optional<Query> query = input.pods().query(opened.gather());
      if (query.isPresent()) {
        for (Resource pod : opened.gather().resources(query.get())) {
          pods.add(pod.namespace() + "/" + pod.name());
        }
      }
    }
    return tree.removeIf(
            path ->
                places.of(path) instanceof Place.ContainerLog log
                    && pods.contains(log.namespace() + "/" + log.pod())
                    && input
                        .container()
                        .map(wanted -> log.container().isEmpty() || log.container().equals(wanted))
                        .orElse(true))
        > 0;
  }
}
