package mganalyze.oc.describe;

import java.util.List;
import java.util.Locale;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Network policies. */
final class NetworkPolicies implements Describer {
  @Override
  public void describe(Struct policy, Description out) {
    out.field(0, "Name", policy.name());
    out.field(0, "Namespace", policy.namespace());
    out.field(0, "Created on", created(policy.text("metadata", "creationTimestamp")));
    out.pairs("Labels", policy.map("metadata", "labels"));
    out.annotations("Annotations", policy.map("metadata", "annotations"));
    Struct spec = policy.at("spec");
    out.title(0, "Spec");
    String selector = Cells.selector(spec.at("podSelector"));
    out.line(
        1,
        "PodSelector:     "
            + (selector.isEmpty()
                ? "<none> (Allowing the specific traffic to all pods in this namespace)"
                : selector));
    List<String> types = spec.texts("policyTypes");
    direction(spec, out, types, "Ingress", "From", "source");
    direction(spec, out, types, "Egress", "To", "destination");
    out.line(1, "Policy Types: " + (types.isEmpty() ? "<none>" : String.join(", ", types)));
  }

  private static String created(String timestamp) {
    return Times.parse(timestamp)
        .map(time -> time.toString().replace('T', ' ').replace("Z", " +0000 UTC"))
        .orElse("0001-01-01 00:00:00 +0000 UTC");
  }

  private static void direction(
      Struct spec, Description out, List<String> types, String type, String peers, String end) {
    String word = type.toLowerCase(Locale.ROOT);
    if (!types.contains(type)) {
      out.line(1, "Not affecting " + word + " traffic");
      return;
    }
    out.line(1, "Allowing " + word + " traffic:");
    List<Struct> rules = spec.items(word);
    if (rules.isEmpty()) {
      out.line(2, "<none> (Selected pods are isolated for " + word + " connectivity)");
    }
    for (int i = 0; i < rules.size(); i++) {
      ports(rules.get(i), out);
      List<Struct> all = rules.get(i).items(peers.toLowerCase(Locale.ROOT));
      if (all.isEmpty()) {
        out.line(2, peers + ": <any> (traffic not restricted by " + end + ")");
      }
      for (Struct peer : all) {
        out.line(2, peers + ":");
        peer(peer, out);
      }
      if (i < rules.size() - 1) {
        out.line(2, "----------");
      }
    }
  }

  private static void ports(Struct rule, Description out) {
    List<Struct> ports = rule.items("ports");
    if (ports.isEmpty()) {
      out.line(2, "To Port: <any> (traffic allowed to all ports)");
    }
    for (Struct port : ports) {
      String protocol = "/" + port.textOr("TCP", "protocol");
      String number = port.textOr("<nil>", "port");
      out.line(
          2,
          port.has("endPort")
              ? "To Port Range: " + number + "-" + port.number("endPort") + protocol
              : "To Port: " + number + protocol);
    }
  }

  private static void peer(Struct peer, Description out) {
    if (peer.has("namespaceSelector")) {
      out.line(3, "NamespaceSelector: " + Cells.selectorOrNone(peer.at("namespaceSelector")));
    }
    if (peer.has("podSelector")) {
      out.line(3, "PodSelector: " + Cells.selectorOrNone(peer.at("podSelector")));
    }
    if (!peer.has("namespaceSelector") && !peer.has("podSelector") && peer.has("ipBlock")) {
      out.line(3, "IPBlock:");
      out.line(4, "CIDR: " + peer.text("ipBlock", "cidr"));
      out.line(4, "Except: " + String.join(", ", peer.texts("ipBlock", "except")));
    }
  }
}
