package mganalyze.gather;

import static mganalyze.gather.ClusterFacts.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the facts of the cluster off the few objects that have them. */
final class ClusterReader {
  /**
   * Operators whose deployment's namespace is the install namespace, where no custom resource tells
   * it.
   */
  private static final List<String> OPERATORS =
      List.of(
          "virt-operator",
          "hco-operator",
          "cdi-operator",
          "ssp-operator",
          "cluster-network-addons-operator");

  private static final String CSV_PREFIX = "kubevirt-hyperconverged-operator.v";

  private final ResourceIndex index;
  private final Types types;

  ClusterReader(ResourceIndex index, Types types) {
    this.index = index;
    this.types = types;
  }

  ClusterFacts read(Optional<Integer> countedMachines) {
    JsonNode version = first("clusterversions.config.openshift.io", "version");
    JsonNode infrastructure =
        first("infrastructures.config.openshift.io", "cluster").path("status");
    int nodes = all("nodes").size();
    return new ClusterFacts(
        text(version.path("spec").path("clusterID")),
        openshiftVersion(version.path("status")),
        virtualizationVersion(),
        text(infrastructure.path("platformStatus").path("type"))
            .or(() -> text(infrastructure.path("platform"))),
        text(infrastructure.path("controlPlaneTopology")),
        nodes == 0 ? Optional.empty() : Optional.of(nodes),
        countedMachines,
        componentVersions(),
        installNamespace());
  }

  private static Optional<String> openshiftVersion(JsonNode status) {
    for (JsonNode entry : status.path("history")) {
      if (entry.path("state").asText().equals("Completed")) {
        return text(entry.path("version"));
      }
    }
    return text(status.path("desired").path("version"));
  }

  /** The operator's own word, else the name of its installed ClusterServiceVersion. */
  private Optional<String> virtualizationVersion() {
    for (Resource hyperConverged : all("hyperconvergeds.hco.kubevirt.io")) {
      for (JsonNode version : hyperConverged.tree().path("status").path("versions")) {
        if (version.path("name").asText().equals("operator")) {
          return text(version.path("version"));
        }
      }
    }
    for (Resource csv : all("clusterserviceversions.operators.coreos.com")) {
      if (csv.name().startsWith(CSV_PREFIX)) {
        return Optional.of(csv.name().substring(CSV_PREFIX.length()));
      }
    }
    return Optional.empty();
  }

  private Map<String, String> componentVersions() {
    Map<String, String> versions = new TreeMap<>();
    component(versions, "kubevirt", "kubevirts.kubevirt.io", "observedKubeVirtVersion");
    component(versions, "cdi", "cdis.cdi.kubevirt.io", "observedVersion");
    component(versions, "ssp", "ssps.ssp.kubevirt.io", "observedVersion");
    component(
        versions,
        "cnao",
        "networkaddonsconfigs.networkaddonsoperator.network.kubevirt.io",
        "observedVersion");
    component(
        versions, "hpp", "hostpathprovisioners.hostpathprovisioner.kubevirt.io", "observedVersion");
    return versions;
  }

  private void component(Map<String, String> versions, String name, String type, String field) {
    for (Resource resource : all(type)) {
      Optional<String> version = text(resource.tree().path("status").path(field));
      if (version.isPresent()) {
        versions.put(name, version.get());
        return;
      }
    }
  }

  Optional<String> installNamespace() {
    for (String type :
        List.of(
            "kubevirts.kubevirt.io", "hyperconvergeds.hco.kubevirt.io", "ssps.ssp.kubevirt.io")) {
      List<Resource> found = all(type);
      if (!found.isEmpty()) {
        return Optional.of(found.get(0).namespace());
      }
    }
    List<Resource> deployments = all("deployments.apps");
    for (String operator : OPERATORS) {
      for (Resource deployment : deployments) {
        if (deployment.name().equals(operator)) {
          return Optional.of(deployment.namespace());
        }
      }
    }
    return Optional.empty();
  }

  private List<Resource> all(String type) {
    Optional<ResourceType> found = types.find(type);
    return found.isEmpty() ? List.of() : index.resources(found.get(), Scope.all());
  }

  private JsonNode first(String type, String name) {
    for (Resource resource : all(type)) {
      if (resource.name().equals(name) && resource.parsed().isPresent()) {
        return resource.json();
      }
    }
    return MissingNode.getInstance();
  }
}
