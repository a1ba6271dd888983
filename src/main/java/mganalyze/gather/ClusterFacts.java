package mganalyze.gather;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster as the archive tells of it; what it does not tell is empty.
 *
 * @param virtualizationVersion of OpenShift Virtualization, for example 4.15.1
 * @param componentVersions by component (kubevirt, cdi, …), as its operator reports them
 * @param installNamespace where the operators of OpenShift Virtualization run
 */
public record ClusterFacts(
    Optional<String> id,
    Optional<String> openshiftVersion,
    Optional<String> virtualizationVersion,
    Optional<String> platform,
    Optional<String> controlPlaneTopology,
    Optional<Integer> nodes,
    Optional<Integer> runningVms,
    Map<String, String> componentVersions,
    Optional<String> installNamespace) {

  static Optional<String> text(JsonNode node) {
    return node.isMissingNode() || node.isNull() || node.asText().isEmpty()
        ? Optional.empty()
        : Optional.of(node.asText());
  }
}
