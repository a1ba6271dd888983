package mganalyze.gather;

import mganalyze.gather.LogFile.Format;
import mganalyze.gather.LogFile.Instance;

/**
 * Tells what an entry below {@code namespaces/<namespace>/} is: a namespace's objects and its pods'
 * logs, as {@code oc adm inspect} and the images beside it write them.
 */
final class NamespaceLayout {
  static final String FOLDER = "namespaces";

  private final String root;
  private final EntryPath entry;

  /** Where the namespace's name is. */
  private final int at;

  private final String namespace;

  NamespaceLayout(String root, EntryPath entry, int at) {
    this.root = root;
    this.entry = entry;
    this.at = at;
    this.namespace = entry.segment(at);
  }

  Place classify() {
    int depth = entry.size() - at - 1;
    String first = entry.segment(at + 1);
    if (depth == 1) {
      return classifyLoose();
    }
    if (first.equals("pods") && depth >= 3) {
      return classifyPod(at + 2);
    }
    if (first.equals("crs") && depth == 3 && entry.isData()) {
      return classifyCustom(entry.segment(at + 2));
    }
    if (first.equals("logs") && depth == 3) {
      // forklift: all containers of a pod in one file
      return log(entry.segment(at + 2), "", instance(), Format.PLAIN);
    }
    if (depth == 2 && entry.last().startsWith(first + ".log")) {
      return new Place.ContainerLog(root, namespace, first, "", Instance.CURRENT, Format.PLAIN);
    }
    if (first.equals("core")
        && depth == 4
        && entry.has("pods", at + 2)
        && entry.last().contains(".log")) {
      return classifyIncidentLog(entry.segment(at + 3));
    }
    if (first.equals("templates") && depth == 2 && entry.isData()) {
      return new Place.Objects(root, "template.openshift.io", "templates", namespace, "");
    }
    if (first.startsWith("imagestream") && depth == 2 && entry.isData()) {
      return new Place.Objects(root, "image.openshift.io", first, namespace, entry.stem());
    }
    if (first.equals("vms")) {
      return new Place.Plain(
          root, FOLDER + "/" + entry.folder(at, entry.size() - 1) + entry.last());
    }
    if (first.equals("oc_output") || !entry.isData()) {
      return new Place.Noise(root);
    }
    return depth == 2
        ? new Place.Objects(root, entry.group(at + 1), entry.stem(), namespace, "")
        : new Place.Objects(
            root, entry.group(at + 1), entry.segment(at + 2), namespace, entry.stem());
  }

  private Place classifyLoose() {
    if (entry.stem().equals(namespace) && entry.isData()) {
      return new Place.Objects(root, "", "namespaces", "", namespace);
    }
    return switch (entry.last()) {
      case "subscriptions" ->
          new Place.Objects(root, "operators.coreos.com", "subscriptions", namespace, "");
      case "installplans" ->
          new Place.Objects(root, "operators.coreos.com", "installplans", namespace, "");
      case "packagemanifests" ->
          new Place.Objects(
              root, "packages.operators.coreos.com", "packagemanifests", namespace, "");
      default -> new Place.Noise(root);
    };
  }

  private Place classifyCustom(String definition) {
    int dot = definition.indexOf('.');
    return dot < 0
        ? new Place.Noise(root)
        : new Place.Objects(
            root,
            definition.substring(dot + 1),
            definition.substring(0, dot),
            namespace,
            entry.stem());
  }

  private Place classifyPod(int podAt) {
    String pod = entry.segment(podAt);
    int depth = entry.size() - podAt;
    if (depth == 2) {
      return entry.stem().equals(pod) && entry.isData()
          ? new Place.Objects(root, "", "pods", namespace, pod)
          : new Place.Noise(root);
    }
    if (depth >= 5 && entry.has("logs", podAt + 3)) {
      String container = entry.segment(podAt + 1);
      if (entry.has("rotated", podAt + 4)) {
        return new Place.ContainerLog(
            root, namespace, pod, container, Instance.ROTATED, Format.CRI);
      }
      return log(pod, container, instance(), Format.STAMPED);
    }
    return new Place.Noise(root);
  }

  /**
   * {@code core/pods/<pod>/<container>-current.log} of an incident gather, {@code
   * core/pods/logs/<pod>-<container>.log} of hypershift's.
   */
  private Place classifyIncidentLog(String folder) {
    if (folder.equals("logs")) {
      return new Place.Noise(root);
    }
    String last = entry.last();
    int dash = last.lastIndexOf("-current.log");
    if (dash > 0) {
      return log(folder, last.substring(0, dash), Instance.CURRENT, Format.PLAIN);
    }
    dash = last.lastIndexOf("-previous.log");
    return dash > 0
        ? log(folder, last.substring(0, dash), Instance.PREVIOUS, Format.PLAIN)
        : new Place.Noise(root);
  }

  private Place log(String pod, String container, Instance instance, Format format) {
    return entry.last().contains(".log")
        ? new Place.ContainerLog(root, namespace, pod, container, instance, format)
        : new Place.Noise(root);
  }

  private Instance instance() {
    return entry.last().startsWith("previous") ? Instance.PREVIOUS : Instance.CURRENT;
  }
}
