package mganalyze.gather;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.archive.Content;

/** Puts the parts of a gather together once the archive has been read. */
record GatherAssembly(
    ResourceIndex index,
    Types types,
    Producers producers,
    Logs logs,
    PlainFiles files,
    Set<String> namespaces,
    ProblemList problems,
    Damage damage,
    Map<String, String> customResourceFolders) {

  /** Keys of objects that carry a time at which the cluster was still alive. */
  private static final List<String> TIME_KEYS =
      List.of(
          "renewTime",
          "lastHeartbeatTime",
          "lastTransitionTime",
          "lastTimestamp",
          "startedAt",
          "creationTimestamp");

  Gather assemble() {
    Map.Entry<String, Content> count =
        files.startingWith("virtualization/running_vms_count.txt").entrySet().stream()
            .findFirst()
            .orElse(null);
    Optional<Integer> counted = count == null ? Optional.empty() : number(count.getValue());
    ClusterFacts cluster = new ClusterReader(index, types).read(counted);
    boolean mayHaveVirtualization =
        types
            .find("kubevirts.kubevirt.io")
            .filter(type -> types.isServed(type) != Types.Served.NO)
            .isPresent();
    Collecting collecting = new Collecting(cluster, customResourceFolders, mayHaveVirtualization);
    RunningMachines machines =
        new RunningMachines(index, types, counted, count == null ? "" : count.getKey());
    Coverages coverages = new Coverages(index, types, producers, damage, collecting, machines);
    return new Gather(this, coverages, collecting, cluster, time(), minor(cluster));
  }

  private static Optional<Integer> number(Content content) {
    try {
      return Optional.of(
          Integer.parseInt(new String(content.bytes(), StandardCharsets.UTF_8).strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> time() {
    return GatherClock.newestStamp(files.timestamps(true, producers))
        .or(() -> GatherClock.newestStamp(files.timestamps(false, producers)))
        .or(this::newestEvaluation)
        .or(this::newestLogLine)
        .or(this::newestInObjects);
  }

  private Optional<Instant> newestEvaluation() {
    return files.startingWith("monitoring/prometheus/rules.json").values().stream()
        .flatMap(content -> GatherClock.newestBehind(content.bytes(), "lastEvaluation").stream())
        .max(Instant::compareTo);
  }

  private Optional<Instant> newestLogLine() {
    return logs.namespaces().stream()
        .flatMap(namespace -> logs.end(namespace).stream())
        .max(Instant::compareTo);
  }

  private Optional<Instant> newestInObjects() {
    Optional<Instant> newest = Optional.empty();
    for (ResourceFile file : index.allFiles()) {
      for (String key : TIME_KEYS) {
        Optional<Instant> time = GatherClock.newestBehind(file.bytes(), key);
        if (time.isPresent() && (newest.isEmpty() || time.get().isAfter(newest.get()))) {
          newest = time;
        }
      }
    }
    return newest;
  }

  /** OpenShift 4.x is Kubernetes 1.(x+13). */
  private int minor(ClusterFacts cluster) {
    for (Resource node :
        types.find("nodes").map(type -> index.resources(type, Scope.all())).orElse(List.of())) {
      String version =
          node.parsed()
              .map(o -> o.path("status").path("nodeInfo").path("kubeletVersion").asText())
              .orElse("");
      String[] parts = version.split("\\.");
      if (parts.length > 1
          && parts[0].equals("v1")
          && parts[1].chars().allMatch(Character::isDigit)) {
        return Integer.parseInt(parts[1]);
      }
    }
    return cluster
        .openshiftVersion()
        .map(version -> version.split("\\."))
        .filter(
            parts ->
                parts.length > 1
                    && parts[0].equals("4")
                    && parts[1].chars().allMatch(Character::isDigit))
        .map(parts -> Integer.parseInt(parts[1]) + 13)
        .orElse(0);
  }
}
