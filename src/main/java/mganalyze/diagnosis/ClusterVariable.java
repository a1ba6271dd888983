package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import mganalyze.gather.ClusterFacts;
import mganalyze.gather.Gather;

/** What checks find in {@code $cluster}; what the archive does not tell is left out. */
final class ClusterVariable {
  private ClusterVariable() {}

  static ObjectNode of(Gather gather, ComponentVersions versions) {
    ClusterFacts facts = gather.cluster();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    put(node, "openshiftVersion", facts.openshiftVersion());
    put(node, "virtualizationVersion", facts.virtualizationVersion());
    put(node, "platform", facts.platform());
    put(node, "controlPlaneTopology", facts.controlPlaneTopology());
    put(node, "installNamespace", facts.installNamespace());
    if (facts.nodes().isPresent()) {
      node.put("nodes", facts.nodes().get());
    }
    if (gather.knownTime().isPresent()) {
      Instant time = gather.knownTime().get();
      node.put("gatheredAt", time.truncatedTo(ChronoUnit.SECONDS).toString());
      node.put("gatheredAtSeconds", time.getEpochSecond());
    }
    ObjectNode components = node.putObject("versions");
    for (Map.Entry<String, String> version : versions.all().entrySet()) {
      components.put(version.getKey(), version.getValue());
    }
    return node;
  }

  private static void put(ObjectNode node, String key, Optional<String> value) {
    if (value.isPresent()) {
      node.put(key, value.get());
    }
  }
}
