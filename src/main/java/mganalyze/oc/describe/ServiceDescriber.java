package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Struct;

/** Services, with where they lead to. */
final class ServiceDescriber implements Describer {
  private final Surroundings surroundings;

  ServiceDescriber(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void describe(Struct service, Description out) {
    Struct spec = service.at("spec");
    out.field(0, "Name", service.name());
    out.field(0, "Namespace", service.namespace());
    out.pairs("Labels", service.map("metadata", "labels"));
    out.annotations("Annotations", service.map("metadata", "annotations"));
    out.field(0, "Selector", Cells.pairs(spec.map("selector")));
    out.field(0, "Type", spec.text("type"));
    optional(out, "IP Family Policy", spec.text("ipFamilyPolicy"));
    out.field(0, "IP Families", orNone(spec.texts("ipFamilies")));
    out.field(0, "IP", spec.text("clusterIP"));
    out.field(0, "IPs", orNone(spec.texts("clusterIPs")));
    optional(out, "External IPs", String.join(",", spec.texts("externalIPs")));
    optional(out, "Desired LoadBalancer IP", spec.text("loadBalancerIP"));
    optional(out, "External Name", spec.text("externalName"));
    optional(out, "LoadBalancer Ingress", ingress(service));
    ports(service, out);
    out.field(0, "Session Affinity", spec.text("sessionAffinity"));
    optional(out, "External Traffic Policy", spec.text("externalTrafficPolicy"));
    optional(out, "Internal Traffic Policy", spec.text("internalTrafficPolicy"));
    optional(out, "HealthCheck NodePort", spec.text("healthCheckNodePort"));
    optional(
        out,
        "LoadBalancer Source Ranges",
        String.join(",", spec.texts("loadBalancerSourceRanges")));
    optional(out, "Traffic Distribution", spec.text("trafficDistribution"));
    surroundings.events(service, out);
  }

  private static void optional(Description out, String name, String value) {
    if (!value.isEmpty()) {
      out.field(0, name, value);
    }
  }

  private static String orNone(List<String> texts) {
    return texts.isEmpty() ? "<none>" : String.join(",", texts);
  }

  private static String ingress(Struct service) {
    List<String> texts = new ArrayList<>();
    for (Struct ingress : service.items("status", "loadBalancer", "ingress")) {
      String address = ingress.text("ip");
      String mode = ingress.text("ipMode");
      texts.add(
          address.isEmpty()
              ? ingress.text("hostname")
              : address + (mode.isEmpty() ? "" : " (" + mode + ")"));
    }
    return String.join(", ", texts);
  }

  private void ports(Struct service, Description out) {
    List<Struct> ports = service.items("spec", "ports");
    if (ports.isEmpty()) {
      return;
    }
    Endpoints endpoints = Endpoints.of(service, surroundings);
    for (Struct port : ports) {
      String name = port.textOr("<unset>", "name");
      String protocol = "/" + port.text("protocol");
      out.row(0, "Port:", name, port.number("port") + protocol);
      out.field(0, "TargetPort", port.textOr("0", "targetPort") + protocol);
      if (port.number("nodePort") != 0) {
        out.row(0, "NodePort:", name, port.number("nodePort") + protocol);
      }
      out.field(0, "Endpoints", endpoints.of(port.text("name")));
    }
  }
}
