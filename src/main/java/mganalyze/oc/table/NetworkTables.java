package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.value.Struct;

/** The groups networking.k8s.io and discovery.k8s.io. */
final class NetworkTables {
  private static final int SHOWN_HOSTS = 3;

  private final Shapes shapes;

  NetworkTables(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Null for a type without a table. */
  Shape shape(String plural) {
    return switch (plural) {
      case "ingresses" ->
          shapes.age(
              new Shape()
                  .name()
                  .column("Class", ingress -> ingress.textOr("<none>", "spec", "ingressClassName"))
                  .column("Hosts", NetworkTables::hosts)
                  .column("Address", ServiceTables::ingress)
                  .column("Ports", ingress -> ingress.size("spec", "tls") > 0 ? "80, 443" : "80"));
      case "ingressclasses" ->
          shapes.age(
              new Shape()
                  .name()
                  .text("Controller", "spec", "controller")
                  .column("Parameters", NetworkTables::parameters));
      case "networkpolicies" ->
          shapes.age(
              new Shape()
                  .name()
                  .column(
                      "Pod-Selector",
                      policy -> Cells.selectorOrNone(policy.at("spec", "podSelector"))));
      case "endpointslices" ->
          shapes.age(
              new Shape()
                  .name()
                  .text("AddressType", "addressType")
                  .column("Ports", NetworkTables::ports)
                  .column("Endpoints", NetworkTables::endpoints));
      default -> null;
    };
  }

  private static String hosts(Struct ingress) {
    List<String> hosts = new ArrayList<>();
    List<Struct> rules = ingress.items("spec", "rules");
    boolean more = false;
    for (Struct rule : rules) {
      more |= hosts.size() == SHOWN_HOSTS;
      if (!more && !rule.text("host").isEmpty()) {
        hosts.add(rule.text("host"));
      }
    }
    if (hosts.isEmpty()) {
      return "*";
    }
    // Rules without a host count among those that are not shown.
    String shown = String.join(",", hosts);
    return more ? shown + " + " + (rules.size() - SHOWN_HOSTS) + " more..." : shown;
  }

  private static String parameters(Struct ingressClass) {
    if (!ingressClass.has("spec", "parameters")) {
      return "<none>";
    }
    Struct parameters = ingressClass.at("spec", "parameters");
    String group = parameters.text("apiGroup");
    return parameters.text("kind")
        + (group.isEmpty() ? "" : "." + group)
        + "/"
        + parameters.text("name");
  }

  private static String ports(Struct slice) {
    List<String> ports = new ArrayList<>();
    for (Struct port : slice.items("ports")) {
      ports.add(port.has("port") ? port.text("port") : port.textOr("*", "name"));
    }
    return ports.isEmpty() ? "<unset>" : Cells.firstThree(ports);
  }

  private static String endpoints(Struct slice) {
    List<String> addresses = new ArrayList<>();
    for (Struct endpoint : slice.items("endpoints")) {
      addresses.addAll(endpoint.texts("addresses"));
    }
    return addresses.isEmpty() ? "<unset>" : Cells.firstThree(addresses);
  }
}
