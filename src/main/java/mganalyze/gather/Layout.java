package mganalyze.gather;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import mganalyze.gather.LogFile.Format;
import mganalyze.gather.LogFile.Instance;

/**
 * Tells from its path what an entry is. Roots are found by shape: the last {@code
 * namespaces/<namespace>/…} or {@code cluster-scoped-resources/…} in the path, so that nested
 * inspect trees ({@code istio/}, {@code namespaces/all/}) are roots of their own.
 */
public final class Layout {
  private static final String CLUSTER = "cluster-scoped-resources";
  private static final String NAMESPACES = "namespaces";

  private final Set<String> crdNames;

  private Layout(Set<String> crdNames) {
    this.crdNames = Set.copyOf(crdNames);
  }

  /** The layout as far as it depends on which types are known. */
  public static Layout of(Collection<ResourceType> known) {
    Set<String> crdNames = new HashSet<>();
    for (ResourceType type : known) {
      if (type.custom()) {
        crdNames.add(type.qualifiedPlural());
      }
    }
    return new Layout(crdNames);
  }

  /** What the entry at a path of the archive is. */
  public Place classify(String path) {
    if (isOfMac(path)) {
      return new Place.Noise("");
    }
    int insights = path.indexOf("insights-data/");
    if (insights >= 0) {
      return new Place.Plain(path.substring(0, insights), path.substring(insights));
    }
    String[] segments = path.split("/");
    int anchor = anchor(segments);
    if (anchor < 0) {
      return classifyOutside(path, segments);
    }
    int rest = anchor + 1;
    String root = join(segments, 0, anchor);
    return segments[anchor].equals(CLUSTER)
        ? classifyCluster(root, segments, rest)
        : classifyNamespaced(root, segments, rest);
  }

  /** What macOS packs beside each file under the file's own name: its attributes. */
  private static boolean isOfMac(String path) {
    return path.startsWith("._", path.lastIndexOf('/') + 1)
        || path.startsWith("__MACOSX/")
        || path.contains("/__MACOSX/");
  }

  private static int anchor(String[] segments) {
    for (int i = segments.length - 2; i >= 0; i--) {
      if (segments[i].equals(CLUSTER)) {
        return i;
      }
      boolean plural = i >= 2 && segments[i - 2].equals(CLUSTER);
      if (segments[i].equals(NAMESPACES) && i + 2 < segments.length && !plural) {
        return i;
      }
    }
    return -1;
  }

  private Place classifyCluster(String root, String[] segments, int at) {
    int depth = segments.length - at;
    String last = segments[segments.length - 1];
    if (depth < 2 || !isData(last)) {
      return new Place.Noise(root);
    }
    String folder = segments[at];
    if (folder.equals("oc_output") || folder.equals("images")) {
      return new Place.Noise(root);
    }
    if (depth == 2) {
      int dot = folder.indexOf('.');
      // `cdis.cdi.kubevirt.io/cdi.yaml` and `config.openshift.io/clusteroperators.yaml` look alike:
      // a folder that is a known type's full name holds its objects.
      return dot > 0 && crdNames.contains(folder)
          ? new Place.Objects(
              root, folder.substring(dot + 1), folder.substring(0, dot), "", stem(last))
          : new Place.Objects(root, group(folder), stem(last), "", "");
    }
    return new Place.Objects(root, group(folder), segments[at + 1], "", stem(last));
  }

  private static Place classifyNamespaced(String root, String[] segments, int at) {
    String namespace = segments[at];
    int depth = segments.length - at - 1;
    String first = segments[at + 1];
    String last = segments[segments.length - 1];
    if (depth == 1) {
      return classifyLoose(root, namespace, last);
    }
    if (first.equals("pods") && depth >= 3) {
      return classifyPod(root, namespace, segments, at + 2);
    }
    if (first.equals("crs") && depth == 3 && isData(last)) {
      String crd = segments[at + 2];
      int dot = crd.indexOf('.');
      return dot < 0
          ? new Place.Noise(root)
          : new Place.Objects(
              root, crd.substring(dot + 1), crd.substring(0, dot), namespace, stem(last));
    }
    if (first.equals("logs") && depth == 3) {
      // forklift: all containers of a pod in one file
      return log(root, namespace, segments[at + 2], "", instance(last), Format.PLAIN, last);
    }
    if (depth == 2 && last.startsWith(first + ".log")) {
      return new Place.ContainerLog(root, namespace, first, "", Instance.CURRENT, Format.PLAIN);
    }
    if (first.equals("core")
        && depth == 4
        && segments[at + 2].equals("pods")
        && last.contains(".log")) {
      return classifyIncidentLog(root, namespace, segments[at + 3], last);
    }
    if (first.equals("templates") && depth == 2 && isData(last)) {
      return new Place.Objects(root, "template.openshift.io", "templates", namespace, "");
    }
    if (first.startsWith("imagestream") && depth == 2 && isData(last)) {
      return new Place.Objects(root, "image.openshift.io", first, namespace, stem(last));
    }
    if (first.equals("oc_output") || first.equals("vms") || !isData(last)) {
      return first.equals("vms")
          ? new Place.Plain(root, NAMESPACES + "/" + join(segments, at, segments.length - 1) + last)
          : new Place.Noise(root);
    }
    if (depth == 2) {
      return new Place.Objects(root, group(first), stem(last), namespace, "");
    }
    return new Place.Objects(root, group(first), segments[at + 2], namespace, stem(last));
  }

  private static Place classifyLoose(String root, String namespace, String last) {
    if (stem(last).equals(namespace) && isData(last)) {
      return new Place.Objects(root, "", "namespaces", "", namespace);
    }
    return switch (last) {
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

  private static Place classifyPod(String root, String namespace, String[] segments, int at) {
    String pod = segments[at];
    String last = segments[segments.length - 1];
    int depth = segments.length - at;
    if (depth == 2) {
      return stem(last).equals(pod) && isData(last)
          ? new Place.Objects(root, "", "pods", namespace, pod)
          : new Place.Noise(root);
    }
    if (depth >= 5 && segments[at + 3].equals("logs")) {
      String container = segments[at + 1];
      if (segments[at + 4].equals("rotated")) {
        return new Place.ContainerLog(
            root, namespace, pod, container, Instance.ROTATED, Format.CRI);
      }
      return log(root, namespace, pod, container, instance(last), Format.STAMPED, last);
    }
    return new Place.Noise(root);
  }

  /**
   * {@code core/pods/<pod>/<container>-current.log} of an incident gather, {@code
   * core/pods/logs/<pod>-<container>.log} of hypershift's.
   */
  private static Place classifyIncidentLog(
      String root, String namespace, String folder, String last) {
    if (folder.equals("logs")) {
      return new Place.Noise(root);
    }
    int dash = last.lastIndexOf("-current.log");
    if (dash > 0) {
      return new Place.ContainerLog(
          root, namespace, folder, last.substring(0, dash), Instance.CURRENT, Format.PLAIN);
    }
    dash = last.lastIndexOf("-previous.log");
    return dash > 0
        ? new Place.ContainerLog(
            root, namespace, folder, last.substring(0, dash), Instance.PREVIOUS, Format.PLAIN)
        : new Place.Noise(root);
  }

  private static Place log(
      String root,
      String namespace,
      String pod,
      String container,
      Instance instance,
      Format format,
      String last) {
    return last.contains(".log")
        ? new Place.ContainerLog(root, namespace, pod, container, instance, format)
        : new Place.Noise(root);
  }

  private static Instance instance(String file) {
    return file.startsWith("previous") ? Instance.PREVIOUS : Instance.CURRENT;
  }

  private static Place classifyOutside(String path, String[] segments) {
    int count = segments.length;
    String last = segments[count - 1];
    String parent = count > 1 ? segments[count - 2] : "";
    if (parent.equals("apiservices") && isData(last)) {
      return new Place.Objects(
          join(segments, 0, count - 2), "apiregistration.k8s.io", "apiservices", "", stem(last));
    }
    int webhooks = indexOf(segments, "webhooks");
    if (webhooks >= 0 && last.endsWith("webhookconfiguration.yaml") && count - webhooks == 4) {
      return new Place.Objects(
          join(segments, 0, webhooks),
          "admissionregistration.k8s.io",
          stem(last) + "s",
          "",
          parent);
    }
    int events = indexOf(segments, "workload-scoped-resources");
    if (events >= 0) {
      return last.endsWith(".yaml")
          ? new Place.Objects(join(segments, 0, events), "", "events", "", "")
          : new Place.Noise(join(segments, 0, events));
    }
    for (int i = 0; i < count; i++) {
      if (isPlainFolder(segments[i])) {
        String root = join(segments, 0, i);
        return new Place.Plain(root, path.substring(root.length()));
      }
    }
    String root = join(segments, 0, count - 1);
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

  private static boolean isData(String file) {
    return file.endsWith(".yaml") || file.endsWith(".yml") || file.endsWith(".json");
  }

  private static String stem(String file) {
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  private static String group(String folder) {
    return folder.equals("core") ? "" : folder;
  }

  private static int indexOf(String[] segments, String wanted) {
    for (int i = 0; i < segments.length; i++) {
      if (segments[i].equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static String join(String[] segments, int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      joined.append(segments[i]).append('/');
    }
    return joined.toString();
  }
}
