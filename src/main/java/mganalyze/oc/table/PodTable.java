package mganalyze.oc.table;

import java.util.List;
import mganalyze.oc.value.Struct;

/** Pods. */
final class PodTable {
  private static final int SINCE_RESTART_TIMES = 22;

  private PodTable() {}

  static Shape shape(Shapes shapes) {
    boolean withTimes = shapes.isSince(SINCE_RESTART_TIMES);
    Shape shape =
        new Shape()
            .name()
            .column("Ready", PodTable::ready)
            .column("Status", pod -> PodStatus.of(pod).reason())
            .column("Restarts", pod -> PodStatus.of(pod).restarts(shapes.now(), withTimes));
    return shapes
        .age(shape)
        .wide("IP", PodTable::address)
        .wide("Node", pod -> pod.textOr("<none>", "spec", "nodeName"))
        .wide("Nominated Node", pod -> pod.textOr("<none>", "status", "nominatedNodeName"))
        .wide("Readiness Gates", PodTable::gates);
  }

  private static String ready(Struct pod) {
    PodStatus status = PodStatus.of(pod);
    return status.ready() + "/" + status.containers();
  }

  private static String address(Struct pod) {
    List<Struct> addresses = pod.items("status", "podIPs");
    return addresses.isEmpty() ? "<none>" : addresses.get(0).textOr("<none>", "ip");
  }

  private static String gates(Struct pod) {
    List<Struct> gates = pod.items("spec", "readinessGates");
    if (gates.isEmpty()) {
      return "<none>";
    }
    long passed =
        gates.stream()
            .map(gate -> Cells.condition(pod, gate.text("conditionType")))
            .filter(condition -> condition.text("status").equals("True"))
            .count();
    return passed + "/" + gates.size();
  }
}
