package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import mganalyze.gather.ClusterFacts;
import mganalyze.gather.Gather;

/** What checks find in {@code $cluster}; what the archive does not tell is left out. */
final class ClusterVariable {
  private ClusterVariable() {}

  static ObjectNode of(Gather gather, ComponentVersions versions) {
    ClusterFacts facts = gather.cluster();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    facts.openshiftVersion().ifPresent(version -> node.put("openshiftVersion", version));
    facts.virtualizationVersion().ifPresent(version -> node.put("virtualizationVersion", version));
    facts.platform().ifPresent(platform -> node.put("platform", platform));
    facts.controlPlaneTopology().ifPresent(topology -> node.put("controlPlaneTopology", topology));
    facts.installNamespace().ifPresent(namespace -> node.put("installNamespace", namespace));
    facts.nodes().ifPresent(count -> node.put("nodes", count));
    gather
        .knownTime()
        .ifPresent(
            time -> {
              node.put("gatheredAt", time.truncatedTo(ChronoUnit.SECONDS).toString());
              node.put("gatheredAtSeconds", time.getEpochSecond());
            });
    ObjectNode components = node.putObject("versions");
    versions.all().forEach(components::put);
    return node;
  }
}
