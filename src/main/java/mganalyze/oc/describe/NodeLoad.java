package mganalyze.oc.describe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mganalyze.oc.value.Ages;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/** What the pods of a node ask for, each and together. */
final class NodeLoad {
  private final List<Struct> pods;
  private final Instant now;
  private final SortedMap<String, String> allocatable;

  NodeLoad(Struct node, List<Struct> pods, Instant now) {
    this.pods = pods;
    this.now = now;
    SortedMap<String, String> given = node.map("status", "allocatable");
    this.allocatable = given.isEmpty() ? node.map("status", "capacity") : given;
  }

  void print(Description out) {
    out.field(0, "Non-terminated Pods", "(" + pods.size() + " in total)");
    out.row(
        1,
        "Namespace",
        "Name",
        "",
        "CPU Requests",
        "CPU Limits",
        "Memory Requests",
        "Memory Limits",
        "Age");
    out.row(
        1,
        "---------",
        "----",
        "",
        "------------",
        "----------",
        "---------------",
        "-------------",
        "---");
    Map<String, Quantity> requests = new TreeMap<>();
    Map<String, Quantity> limits = new TreeMap<>();
    for (Struct pod : pods) {
      PodResources resources = PodResources.of(pod);
      resources.requests().forEach((name, value) -> requests.merge(name, value, Quantity::plus));
      resources.limits().forEach((name, value) -> limits.merge(name, value, Quantity::plus));
      out.row(
          1,
          pod.namespace(),
          pod.name(),
          "",
          share("cpu", resources.requests()),
          share("cpu", resources.limits()),
          share("memory", resources.requests()),
          share("memory", resources.limits()),
          Ages.since(pod.text("metadata", "creationTimestamp"), now));
    }
    out.title(0, "Allocated resources");
    out.line(1, "(Total limits may be over 100 percent, i.e., overcommitted.)");
    out.header(1, "Resource", "Requests", "Limits");
    for (String name : new String[] {"cpu", "memory", "ephemeral-storage"}) {
      out.row(1, name, share(name, requests), share(name, limits));
    }
    TreeSet<String> others = new TreeSet<>(allocatable.keySet());
    others.removeAll(List.of("cpu", "memory", "ephemeral-storage", "pods", "storage"));
    for (String name : others) {
      if (name.startsWith("hugepages-")) {
        out.row(1, name, share(name, requests), share(name, limits));
      }
    }
    for (String name : others) {
      if (!name.startsWith("hugepages-")) {
        out.row(
            1,
            name,
            requests.getOrDefault(name, Quantity.ZERO).toString(),
            limits.getOrDefault(name, Quantity.ZERO).toString());
      }
    }
  }

  private String share(String name, Map<String, Quantity> amounts) {
    Quantity amount = amounts.getOrDefault(name, Quantity.ZERO);
    Quantity whole = Quantity.of(allocatable.getOrDefault(name, "0"));
    boolean cpu = name.equals("cpu");
    double part = cpu ? amount.thousandths() : amount.wholes();
    double all = cpu ? whole.thousandths() : whole.wholes();
    long percent = all == 0 ? 0 : (long) (part / all * 100);
    return amount + " (" + percent + "%)";
  }
}
