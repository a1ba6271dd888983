package mganalyze.gather;

import java.util.Map;

/**
 * Tells what an entry outside of any inspect tree is: what scripts of an image write beside it,
 * such as monitoring's dumps, the logs of nodes and a version file.
 */
final class OutsideLayout {
  private static final String WEBHOOKS = "admissionregistration.k8s.io";

  /** What scripts of the OpenShift image write with {@code oc get}, by folder and file. */
  private static final Map<String, Listed> LISTS =
      Map.of(
          "pod_network_connectivity_check/podnetworkconnectivitychecks.yaml",
          new Listed(
              "controlplane.operator.openshift.io",
              "podnetworkconnectivitychecks",
              "openshift-network-diagnostics"),
          "web_hooks/mutatingwebhookconfigurations.yaml",
          new Listed(WEBHOOKS, "mutatingwebhookconfigurations", ""),
          "web_hooks/validatingwebhookconfigurations.yaml",
          new Listed(WEBHOOKS, "validatingwebhookconfigurations", ""),
          "requests/apirequestscounts.json",
          new Listed("apiserver.openshift.io", "apirequestcounts", ""));

  /** A list of all objects of a type, in a namespace or without one. */
  private record Listed(String group, String plural, String namespace) {}

  private OutsideLayout() {}

  static Place classify(EntryPath entry) {
    int count = entry.size();
    String last = entry.last();
    String parent = count > 1 ? entry.segment(count - 2) : "";
    if (parent.equals("apiservices") && entry.isData()) {
      return new Place.Objects(
          entry.folder(count - 2), "apiregistration.k8s.io", "apiservices", "", entry.stem());
    }
    int webhooks = entry.find("webhooks");
    if (webhooks >= 0 && last.endsWith("webhookconfiguration.yaml") && count - webhooks == 4) {
      return new Place.Objects(entry.folder(webhooks), WEBHOOKS, entry.stem() + "s", "", parent);
    }
    Listed list = LISTS.get(parent + "/" + last);
    if (list != null) {
      return new Place.Objects(
          entry.folder(count - 2), list.group(), list.plural(), list.namespace(), "");
    }
    int events = entry.find("workload-scoped-resources");
    if (events >= 0) {
      return last.endsWith(".yaml")
          ? new Place.Objects(entry.folder(events), "", "events", "", "")
          : new Place.Noise(entry.folder(events));
    }
    for (int i = 0; i < count; i++) {
      if (isPlainFolder(entry.segment(i))) {
        String root = entry.folder(i);
        return new Place.Plain(root, entry.text().substring(root.length()));
      }
    }
    String root = entry.folder(count - 1);
    return switch (last) {
      case "version", "version.txt", "timestamp", "must-gather.logs", "gather.logs" ->
          new Place.Plain(root, last);
      default -> new Place.Noise(root);
    };
  }

  private static boolean isPlainFolder(String segment) {
    return switch (segment) {
      case "monitoring",
          "metrics",
          "virtualization",
          "virt_info",
          "nodes",
          "host_service_logs",
          "incident-metrics" ->
          true;
      default -> false;
    };
  }
}
