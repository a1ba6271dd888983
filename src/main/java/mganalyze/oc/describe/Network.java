package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.value.Struct;

/** Endpoints, endpoint slices and ingress classes. */
final class Network {
  private final Surroundings surroundings;

  Network(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  private static void head(Struct object, Description out, boolean namespaced) {
    out.field(0, "Name", object.name());
    if (namespaced) {
      out.field(0, "Namespace", object.namespace());
    }
    out.pairs("Labels", object.map("metadata", "labels"));
    out.annotations("Annotations", object.map("metadata", "annotations"));
  }

  void endpoints(Struct endpoints, Description out) {
    head(endpoints, out, true);
    out.title(0, "Subsets");
    for (Struct subset : endpoints.items("subsets")) {
      out.field(1, "Addresses", addresses(subset.items("addresses")));
      out.field(1, "NotReadyAddresses", addresses(subset.items("notReadyAddresses")));
      List<Struct> ports = subset.items("ports");
      if (!ports.isEmpty()) {
        out.title(1, "Ports");
        out.header(2, "Name", "Port", "Protocol");
        for (Struct port : ports) {
          out.row(2, port.textOr("<unset>", "name"), port.text("port"), port.text("protocol"));
        }
      }
      out.append("\n");
    }
    surroundings.events(endpoints, out);
  }

  private static String addresses(List<Struct> addresses) {
    List<String> texts = new ArrayList<>();
    addresses.forEach(address -> texts.add(address.text("ip")));
    return texts.isEmpty() ? "<none>" : String.join(",", texts);
  }

  void endpointSlice(Struct slice, Description out) {
    head(slice, out, true);
    out.field(0, "AddressType", slice.text("addressType"));
    List<Struct> ports = slice.items("ports");
    if (ports.isEmpty()) {
      out.line(0, "Ports: <unset>");
    } else {
      out.title(0, "Ports");
      out.header(1, "Name", "Port", "Protocol");
      for (Struct port : ports) {
        out.row(
            1,
            port.textOr("<unset>", "name"),
            port.textOr("<unset>", "port"),
            port.text("protocol"));
      }
    }
    List<Struct> endpoints = slice.items("endpoints");
    if (endpoints.isEmpty()) {
      out.line(0, "Endpoints: <none>");
    } else {
      out.title(0, "Endpoints");
      endpoints.forEach(endpoint -> endpoint(endpoint, out));
    }
    surroundings.events(slice, out);
  }

  private static void endpoint(Struct endpoint, Description out) {
    List<String> addresses = endpoint.texts("addresses");
    out.field(1, "- Addresses", addresses.isEmpty() ? "<none>" : String.join(", ", addresses));
    out.title(2, "Conditions");
    out.field(3, "Ready", endpoint.textOr("<unset>", "conditions", "ready"));
    out.field(2, "Hostname", endpoint.textOr("<unset>", "hostname"));
    if (endpoint.has("targetRef")) {
      out.field(
          2,
          "TargetRef",
          endpoint.text("targetRef", "kind") + "/" + endpoint.text("targetRef", "name"));
    }
    out.field(2, "NodeName", endpoint.textOr("<unset>", "nodeName"));
    out.field(2, "Zone", endpoint.textOr("<unset>", "zone"));
  }

  void ingressClass(Struct ingressClass, Description out) {
    head(ingressClass, out, false);
    out.field(0, "Controller", ingressClass.text("spec", "controller"));
    if (ingressClass.has("spec", "parameters")) {
      Struct parameters = ingressClass.at("spec", "parameters");
      out.title(0, "Parameters");
      if (parameters.has("apiGroup")) {
        out.field(1, "APIGroup", parameters.text("apiGroup"));
      }
      out.field(1, "Kind", parameters.text("kind"));
      out.field(1, "Name", parameters.text("name"));
    }
    surroundings.events(ingressClass, out);
  }
}
