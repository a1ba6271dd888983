package mganalyze.gather;

/**
 * Tells what an entry outside of any inspect tree is: what scripts of an image write beside it,
 * such as monitoring's dumps, the logs of nodes and a version file.
 */
final class OutsideLayout {
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
      return new Place.Objects(
          entry.folder(webhooks), "admissionregistration.k8s.io", entry.stem() + "s", "", parent);
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
