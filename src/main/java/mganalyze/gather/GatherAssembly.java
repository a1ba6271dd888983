package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
    Map<String, String> customResourceFolders,
    List<String> otherClusters) {

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
    Optional<Integer> counted = Optional.empty();
    String countedIn = "";
    for (Map.Entry<String, Content> count :
        files.startingWith("virtualization/running_vms_count.txt").entrySet()) {
      if (countedIn.isEmpty()) {
        counted = number(count.getValue());
        countedIn = count.getKey();
      }
    }
    ClusterFacts cluster = new ClusterReader(index, types).read(counted);
    Optional<ResourceType> virtualization = types.find("kubevirts.kubevirt.io");
    boolean mayHaveVirtualization =
        virtualization.isPresent() && types.isServed(virtualization.get()) != Types.Served.NO;
    Collecting collecting = new Collecting(cluster, customResourceFolders, mayHaveVirtualization);
    RunningMachines machines = new RunningMachines(index, types, counted, countedIn);
    CollectionProof proof =
        new CollectionProof(index, types, producers, damage, collecting, machines);
    Coverages coverages = new Coverages(index, types, collecting, machines, proof);
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
    Optional<Instant> time = GatherClock.newestStamp(files.timestamps(true, producers));
    if (time.isEmpty()) {
      time = GatherClock.newestStamp(files.timestamps(false, producers));
    }
    if (time.isEmpty()) {
      time = newestEvaluation();
    }
    if (time.isEmpty()) {
      time = newestLogLine();
    }
    return time.isEmpty() ? newestInObjects() : time;
  }

  private Optional<Instant> newestEvaluation() {
    Optional<Instant> newest = Optional.empty();
    for (Content content : files.startingWith("monitoring/prometheus/rules.json").values()) {
      newest = later(newest, GatherClock.newestBehind(content.bytes(), "lastEvaluation"));
    }
    return newest;
  }

  private Optional<Instant> newestLogLine() {
    Optional<Instant> newest = Optional.empty();
    for (String namespace : logs.namespaces()) {
      newest = later(newest, logs.end(namespace));
    }
    return newest;
  }

  private Optional<Instant> newestInObjects() {
    Optional<Instant> newest = Optional.empty();
    for (ResourceFile file : index.allFiles()) {
      for (String key : TIME_KEYS) {
        newest = later(newest, GatherClock.newestBehind(file.bytes(), key));
      }
    }
    return newest;
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    boolean isOther = one.isEmpty() || other.isPresent() && other.get().isAfter(one.get());
    return isOther ? other : one;
  }

  /** OpenShift 4.x is Kubernetes 1.(x+13). */
  private int minor(ClusterFacts cluster) {
    Optional<ResourceType> nodes = types.find("nodes");
    if (nodes.isPresent()) {
      for (Resource node : index.resources(nodes.get(), Scope.all())) {
        JsonNode version = node.tree().path("status").path("nodeInfo").path("kubeletVersion");
        OptionalInt minor = minor(version.asText(), "v1");
        if (minor.isPresent()) {
          return minor.getAsInt();
        }
      }
    }
    OptionalInt minor = minor(cluster.openshiftVersion().orElse(""), "4");
    return minor.isPresent() ? minor.getAsInt() + 13 : 0;
  }

  /** The second number of a version whose first is {@code major}. */
  private static OptionalInt minor(String version, String major) {
    String[] parts = version.split("\\.");
    try {
      return parts.length > 1 && parts[0].equals(major)
          ? OptionalInt.of(Integer.parseInt(parts[1]))
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
