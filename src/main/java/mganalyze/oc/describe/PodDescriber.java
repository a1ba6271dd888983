package mganalyze.oc.describe;

import java.util.List;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Pods. */
final class PodDescriber implements Describer {
  private final Surroundings surroundings;

  PodDescriber(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void describe(Struct pod, Description out) {
    head(pod, out);
    ContainerSection containers = new ContainerSection(out, pod, "");
    if (pod.size("spec", "initContainers") > 0) {
      containers.print(
          "Init Containers",
          pod.items("spec", "initContainers"),
          pod.items("status", "initContainerStatuses"));
    }
    containers.print(
        "Containers", pod.items("spec", "containers"), pod.items("status", "containerStatuses"));
    if (pod.size("spec", "ephemeralContainers") > 0) {
      containers.print(
          "Ephemeral Containers",
          pod.items("spec", "ephemeralContainers"),
          pod.items("status", "ephemeralContainerStatuses"));
    }
    gates(pod, out);
    conditions(pod, out);
    new VolumeSection(out).print(pod.items("spec", "volumes"), "");
    out.field(0, "QoS Class", qualityClass(pod));
    out.pairs("Node-Selectors", pod.map("spec", "nodeSelector"));
    Placement.tolerations(out, "", pod.items("spec", "tolerations"));
    Placement.spread(out, "", pod.items("spec", "topologySpreadConstraints"));
    surroundings.events(pod, out);
  }

  private void head(Struct pod, Description out) {
    out.field(0, "Name", pod.name());
    out.field(0, "Namespace", pod.namespace());
    optional(out, "Priority", pod.text("spec", "priority"));
    optional(out, "Priority Class Name", pod.text("spec", "priorityClassName"));
    optional(out, "Runtime Class Name", pod.text("spec", "runtimeClassName"));
    optional(out, "Service Account", pod.text("spec", "serviceAccountName"));
    String node = pod.text("spec", "nodeName");
    out.field(0, "Node", node.isEmpty() ? "<none>" : node + "/" + pod.text("status", "hostIP"));
    if (pod.has("status", "startTime")) {
      out.field(0, "Start Time", Times.rfc1123(pod.text("status", "startTime")));
    }
    out.pairs("Labels", pod.map("metadata", "labels"));
    out.annotations("Annotations", pod.map("metadata", "annotations"));
    String phase = pod.text("status", "phase");
    boolean ended = phase.equals("Failed") || phase.equals("Succeeded");
    if (pod.has("metadata", "deletionTimestamp") && !ended) {
      String lasts = surroundings.age(pod.text("metadata", "deletionTimestamp"));
      out.field(0, "Status", "Terminating (lasts " + lasts + ")");
      out.field(
          0,
          "Termination Grace Period",
          pod.number("metadata", "deletionGracePeriodSeconds") + "s");
    } else {
      out.field(0, "Status", phase);
    }
    optional(out, "Reason", pod.text("status", "reason"));
    optional(out, "Message", pod.text("status", "message"));
    Struct profile = pod.at("spec", "securityContext", "seccompProfile");
    if (profile.has("type")) {
      out.field(0, "SeccompProfile", profile.text("type"));
      optional(out, "LocalhostProfile", profile.text("localhostProfile"));
    }
    out.field(0, "IP", pod.text("status", "podIP"));
    addresses(pod, out);
    optional(out, "Controlled By", Cells.controller(pod));
    optional(out, "NominatedNodeName", pod.text("status", "nominatedNodeName"));
  }

  private static void optional(Description out, String name, String value) {
    if (!value.isEmpty()) {
      out.field(0, name, value);
    }
  }

  private static void addresses(Struct pod, Description out) {
    List<Struct> addresses = pod.items("status", "podIPs");
    if (addresses.isEmpty()) {
      out.field(0, "IPs", "<none>");
      return;
    }
    out.title(0, "IPs");
    addresses.forEach(address -> out.field(1, "IP", address.text("ip")));
  }

  private static void gates(Struct pod, Description out) {
    List<Struct> gates = pod.items("spec", "readinessGates");
    if (gates.isEmpty()) {
      return;
    }
    out.title(0, "Readiness Gates");
    out.row(1, "Type", "Status");
    for (Struct gate : gates) {
      String type = gate.text("conditionType");
      String status = Cells.condition(pod, type).textOr("<none>", "status");
      out.row(1, type + " ", status + " ");
    }
  }

  private static void conditions(Struct pod, Description out) {
    List<Struct> conditions = pod.items("status", "conditions");
    if (!conditions.isEmpty()) {
      out.title(0, "Conditions");
      out.row(1, "Type", "Status");
      conditions.forEach(c -> out.row(1, c.text("type") + " ", c.text("status") + " "));
    }
  }

  private static String qualityClass(Struct pod) {
    String given = pod.text("status", "qosClass");
    return given.isEmpty() ? QualityClass.of(pod) : given;
  }
}
