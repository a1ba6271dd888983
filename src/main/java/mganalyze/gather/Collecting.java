package mganalyze.gather;

import java.util.Map;
import java.util.Optional;
import mganalyze.finding.Missing;

/**
 * How to gather what is missing: the command for each kind of thing, with the customer's own
 * version where it is known.
 */
final class Collecting {
  private static final String OPENSHIFT = "oc adm must-gather";
  private static final String IMAGE =
      "registry.redhat.io/container-native-virtualization/cnv-must-gather-rhel9:v";

  private final Optional<String> virtualizationVersion;
  private final Optional<String> installNamespace;
  private final Map<String, String> customResourceFolders;
  private final boolean mayHaveVirtualization;

  /**
   * Takes whether the cluster may have OpenShift Virtualization at all; where it has not, its image
   * gathers nothing more.
   */
  Collecting(
      ClusterFacts cluster,
      Map<String, String> customResourceFolders,
      boolean mayHaveVirtualization) {
    this.virtualizationVersion = cluster.virtualizationVersion();
    this.installNamespace = cluster.installNamespace();
    this.customResourceFolders = Map.copyOf(customResourceFolders);
    this.mayHaveVirtualization = mayHaveVirtualization;
  }

  /** By producer root, a folder that its custom resource collector wrote. */
  Map<String, String> customResourceFolders() {
    return customResourceFolders;
  }

  /** The namespace of the operators, where anything in the archive tells it. */
  Optional<String> installNamespace() {
    return installNamespace;
  }

  /** The command of the OpenShift image. */
  static String openShift() {
    return OPENSHIFT;
  }

  /** The command of the virtualization image. */
  String virtualization() {
    return OPENSHIFT + " --image=" + IMAGE + virtualizationVersion.orElse("<version>");
  }

  /** The same with the namespaces of all virtual machines. */
  private String machines() {
    return virtualization() + " -- /usr/bin/gather --vms_details";
  }

  Missing missing(Query query) {
    ResourceType type = query.type();
    Optional<String> namespace = type.namespaced() ? query.scope().namespace() : Optional.empty();
    String where = namespace.map(name -> " of namespace " + name).orElse("");
    return new Missing(plural(type) + where, command(query, namespace));
  }

  private String command(Query query, Optional<String> namespace) {
    ResourceType type = query.type();
    if (Definitions.isVirtualization(type.group())
        || type.qualifiedPlural().equals("persistentvolumeclaims")) {
      return virtualization();
    }
    if (!type.namespaced()
        || type.group().endsWith("openshift.io")
        || type.group().equals("operators.coreos.com")
        || type.group().equals("coordination.k8s.io")) {
      return OPENSHIFT;
    }
    if (query.labels().requiredWords().contains("virt-launcher")) {
      return machines();
    }
    if (namespace.isEmpty() || namespace.get().isEmpty()) {
      return mayHaveVirtualization ? virtualization() : "oc adm inspect ns";
    }
    if (namespace.equals(installNamespace) || namespace.get().equals("openshift-cnv")) {
      return virtualization();
    }
    return "oc adm inspect ns/" + namespace.get();
  }

  /** The kind in the plural, as people write it: StorageClasses, NetworkPolicies. */
  String plural(ResourceType type) {
    String kind = type.kind();
    if (kind.endsWith("s") || kind.endsWith("x")) {
      return kind + "es";
    }
    return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }
}
