package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.value.Struct;

/** Routes, as openshift-apiserver prints them. */
final class RouteTable {
  private RouteTable() {}

  static Shape shape() {
    return new Shape()
        .name()
        .column("Host/Port", RouteTable::host)
        .text("Path", "spec", "path")
        .column("Services", RouteTable::services)
        .column("Port", route -> route.textOr("<all>", "spec", "port", "targetPort"))
        .column("Termination", RouteTable::termination)
        .text("Wildcard", "spec", "wildcardPolicy");
  }

  private static String host(Struct route) {
    String host = route.text("spec", "host");
    if (!route.has("status", "ingress")) {
      return host;
    }
    String admitted = null;
    String refusal = "";
    int rejected = 0;
    int matches = 0;
    for (Struct ingress : route.items("status", "ingress")) {
      Struct condition = admission(ingress);
      switch (condition.text("status")) {
        case "True" -> {
          matches++;
          // The ingress with the host that was asked for wins.
          if (admitted == null || !admitted.equals(host)) {
            admitted = ingress.text("host");
          }
        }
        case "False" -> {
          rejected++;
          refusal = condition.text("reason");
        }
        default -> {}
      }
    }
    if (admitted == null) {
      return rejected > 0 ? refusal : "Pending";
    }
    if (rejected > 0) {
      return admitted + " ... " + rejected + " rejected";
    }
    return matches > 1 ? admitted + " ... " + (matches - 1) + " more" : admitted;
  }

  private static Struct admission(Struct ingress) {
    for (Struct condition : ingress.items("conditions")) {
      if (condition.text("type").equals("Admitted")) {
        return condition;
      }
    }
    return Struct.EMPTY;
  }

  private static String services(Struct route) {
    List<Struct> backends = new ArrayList<>();
    backends.add(route.at("spec", "to"));
    backends.addAll(route.items("spec", "alternateBackends"));
    long total = backends.stream().mapToLong(backend -> backend.number("weight")).sum();
    return Cells.join(
        backends,
        backend -> {
          String name = backend.text("name");
          if (!backend.has("weight") || backends.size() == 1 && total != 0) {
            return name;
          }
          long percent = total == 0 ? 0 : backend.number("weight") * 100 / total;
          return name + "(" + percent + "%)";
        });
  }

  private static String termination(Struct route) {
    if (!route.has("spec", "tls")) {
      return "";
    }
    String policy = route.text("spec", "tls", "insecureEdgeTerminationPolicy");
    String termination = route.text("spec", "tls", "termination");
    if (policy.isEmpty()) {
      return termination;
    }
    return (termination.isEmpty() ? "default" : termination) + "/" + policy;
  }
}
