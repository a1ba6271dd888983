package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mganalyze.oc.value.Struct;

/** Services and endpoints. */
public final class ServiceTables {
  private final Shapes shapes;

  ServiceTables(Shapes shapes) {
    this.shapes = shapes;
  }

  Shape shape(String plural) {
    if (plural.equals("endpoints")) {
      return shapes.age(new Shape().name().column("Endpoints", ServiceTables::endpoints));
    }
    Shape shape =
        new Shape()
            .name()
            .text("Type", "spec", "type")
            .column("Cluster-IP", ServiceTables::clusterAddress)
            .column("External-IP", ServiceTables::externalAddress)
            .column("Port(s)", ServiceTables::ports);
    return shapes
        .age(shape)
        .wide("Selector", service -> Cells.pairs(service.map("spec", "selector")));
  }

  private static String clusterAddress(Struct service) {
    List<String> addresses = service.texts("spec", "clusterIPs");
    // Servers before 1.20 have only the single form.
    return addresses.isEmpty() ? service.textOr("<none>", "spec", "clusterIP") : addresses.get(0);
  }

  private static String externalAddress(Struct service) {
    List<String> external = service.texts("spec", "externalIPs");
    switch (service.text("spec", "type")) {
      case "ClusterIP", "NodePort":
        return external.isEmpty() ? "<none>" : String.join(",", external);
      case "LoadBalancer":
        List<String> all = new ArrayList<>();
        all.add(ingress(service));
        all.addAll(external);
        all.removeIf(String::isEmpty);
        return all.isEmpty() ? "<pending>" : String.join(",", all);
      case "ExternalName":
        return service.text("spec", "externalName");
      default:
        return "<unknown>";
    }
  }

  /** The addresses of a load balancer, sorted. */
  public static String ingress(Struct object) {
    TreeSet<String> addresses = new TreeSet<>();
    for (Struct ingress : object.items("status", "loadBalancer", "ingress")) {
      addresses.add(ingress.textOr(ingress.text("hostname"), "ip"));
    }
    addresses.remove("");
    return String.join(",", addresses);
  }

  private static String ports(Struct service) {
    List<Struct> ports = service.items("spec", "ports");
    if (ports.isEmpty()) {
      return "<none>";
    }
    return Cells.join(
        ports,
        port -> {
          String node = port.number("nodePort") > 0 ? ":" + port.number("nodePort") : "";
          return port.number("port") + node + "/" + port.text("protocol");
        });
  }

  private static String endpoints(Struct endpoints) {
    List<Struct> subsets = endpoints.items("subsets");
    if (subsets.isEmpty()) {
      return "<none>";
    }
    List<String> all = new ArrayList<>();
    for (Struct subset : subsets) {
      for (Struct port : subset.items("ports")) {
        for (Struct address : subset.items("addresses")) {
          all.add(Cells.hostAndPort(address.text("ip"), port.text("port")));
        }
      }
      if (subset.size("ports") == 0) {
        subset.items("addresses").forEach(address -> all.add(address.text("ip")));
      }
    }
    return Cells.firstThree(all);
  }
}
