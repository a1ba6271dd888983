package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/** A pod's quality of service as it follows from its requests and limits for CPU and memory. */
final class QualityClass {
  private static final String[] COUNTED = {"cpu", "memory"};

  private QualityClass() {}

  static String of(Struct pod) {
    List<Struct> containers = new ArrayList<>(pod.items("spec", "containers"));
    containers.addAll(pod.items("spec", "initContainers"));
    boolean any = false;
    boolean guaranteed = true;
    for (Struct container : containers) {
      SortedMap<String, String> requests = container.map("resources", "requests");
      SortedMap<String, String> limits = container.map("resources", "limits");
      for (String name : COUNTED) {
        Quantity request = Quantity.of(requests.getOrDefault(name, "0"));
        Quantity limit = Quantity.of(limits.getOrDefault(name, "0"));
        any |= request.value().signum() > 0 || limit.value().signum() > 0;
        guaranteed &= limit.value().signum() > 0 && request.compareTo(limit) == 0;
      }
    }
    if (!any) {
      return "BestEffort";
    }
    return guaranteed ? "Guaranteed" : "Burstable";
  }
}
