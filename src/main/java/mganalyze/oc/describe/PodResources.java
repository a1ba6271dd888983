package mganalyze.oc.describe;

import java.util.Map;
import java.util.TreeMap;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/** What a whole pod asks for: its containers together, or an init container that asks for more. */
record PodResources(Map<String, Quantity> requests, Map<String, Quantity> limits) {

  static PodResources of(Struct pod) {
    Map<String, Quantity> requests = sum(pod, "requests");
    Map<String, Quantity> limits = sum(pod, "limits");
    pod.map("spec", "overhead")
        .forEach(
            (name, value) -> {
              requests.merge(name, Quantity.of(value), Quantity::plus);
              limits.computeIfPresent(
                  name, (k, sum) -> sum.value().signum() == 0 ? sum : sum.plus(Quantity.of(value)));
            });
    return new PodResources(requests, limits);
  }

  private static Map<String, Quantity> sum(Struct pod, String kind) {
    Map<String, Quantity> together = new TreeMap<>();
    for (Struct container : pod.items("spec", "containers")) {
      add(together, container, kind);
    }
    Map<String, Quantity> sidecars = new TreeMap<>();
    Map<String, Quantity> atStart = new TreeMap<>();
    for (Struct container : pod.items("spec", "initContainers")) {
      Map<String, Quantity> now;
      if (container.text("restartPolicy").equals("Always")) {
        add(together, container, kind);
        add(sidecars, container, kind);
        now = sidecars;
      } else {
        now = new TreeMap<>(sidecars);
        add(now, container, kind);
      }
      now.forEach((name, value) -> atStart.merge(name, value, Quantity::max));
    }
    atStart.forEach((name, value) -> together.merge(name, value, Quantity::max));
    return together;
  }

  private static void add(Map<String, Quantity> sums, Struct container, String kind) {
    container
        .map("resources", kind)
        .forEach((name, value) -> sums.merge(name, Quantity.of(value), Quantity::plus));
  }
}
