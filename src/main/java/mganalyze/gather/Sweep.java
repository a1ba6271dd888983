package mganalyze.gather;

import java.util.Set;

/**
 * What {@code oc adm inspect ns/NAME} writes for a namespace: one list file for each resource type
 * below, also when it is empty. So in a namespace that was swept, a list that is not there was
 * lost.
 */
final class Sweep {
  private static final Set<String> BESIDE_ALL =
      Set.of(
          "configmaps",
          "events",
          "endpoints",
          "persistentvolumeclaims",
          "secrets",
          "poddisruptionbudgets.policy",
          "endpointslices.discovery.k8s.io",
          "networkpolicies.networking.k8s.io",
          "servicemonitors.monitoring.coreos.com");

  private Sweep() {}

  static boolean holds(ResourceType type) {
    return type.namespaced()
        && (type.categories().contains("all") || BESIDE_ALL.contains(type.qualifiedPlural()));
  }
}
