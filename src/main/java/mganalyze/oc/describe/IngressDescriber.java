package mganalyze.oc.describe;

import java.util.List;
import mganalyze.oc.table.ServiceTables;
import mganalyze.oc.value.Struct;

/** Ingresses, with the addresses behind their backends. */
final class IngressDescriber implements Describer {
  private final Surroundings surroundings;

  IngressDescriber(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void describe(Struct ingress, Description out) {
    out.field(0, "Name", ingress.name());
    out.pairs("Labels", ingress.map("metadata", "labels"));
    out.field(0, "Namespace", ingress.namespace());
    out.field(0, "Address", ServiceTables.ingress(ingress));
    boolean classed = ingress.has("spec", "ingressClassName");
    out.field(0, "Ingress Class", classed ? ingress.text("spec", "ingressClassName") : "<none>");
    String otherwise =
        ingress.has("spec", "defaultBackend")
            ? backend(ingress, ingress.at("spec", "defaultBackend"))
            : "<default>";
    out.field(0, "Default backend", otherwise);
    List<Struct> certificates = ingress.items("spec", "tls");
    if (!certificates.isEmpty()) {
      out.title(0, "TLS");
      certificates.forEach(certificate -> out.line(1, certificate(certificate)));
    }
    rules(ingress, otherwise, out);
    out.annotations("Annotations", ingress.map("metadata", "annotations"));
    surroundings.events(ingress, out);
  }

  private static String certificate(Struct certificate) {
    String hosts = String.join(",", certificate.texts("hosts"));
    String secret = certificate.text("secretName");
    return secret.isEmpty() ? "SNI routes " + hosts : secret + " terminates " + hosts;
  }

  private void rules(Struct ingress, String otherwise, Description out) {
    out.title(0, "Rules");
    out.header(1, "Host", "Path", "Backends");
    boolean any = false;
    for (Struct rule : ingress.items("spec", "rules")) {
      if (!rule.has("http")) {
        continue;
      }
      any = true;
      out.row(1, rule.textOr("*", "host"), "");
      for (Struct path : rule.items("http", "paths")) {
        out.row(2, "", path.text("path") + " ", backend(ingress, path.at("backend")));
      }
    }
    if (!any) {
      out.row(1, "*", "*", otherwise);
    }
  }

  private String backend(Struct ingress, Struct backend) {
    if (backend.has("service")) {
      return service(ingress, backend.at("service"));
    }
    if (backend.has("resource")) {
      Struct resource = backend.at("resource");
      String group = resource.has("apiGroup") ? resource.text("apiGroup") : "<none>";
      return "APIGroup: "
          + group
          + ", Kind: "
          + resource.text("kind")
          + ", Name: "
          + resource.text("name");
    }
    return "";
  }

  private String service(Struct ingress, Struct backend) {
    String name = backend.text("name");
    long number = backend.number("port", "number");
    String wanted = backend.text("port", "name");
    String shown = name + ":" + (number == 0 ? wanted : Long.toString(number));
    List<Struct> services =
        surroundings.where("services", ingress.namespace(), "metadata.name=" + name);
    if (services.isEmpty()) {
      boolean lacking = surroundings.neighbours().lacks("services", ingress.namespace());
      return shown
          + (lacking
              ? " (<not in the archive>)"
              : " (<error: services \"" + name + "\" not found>)");
    }
    String port = "";
    for (Struct candidate : services.get(0).items("spec", "ports")) {
      boolean numbered = number != 0 && number == candidate.number("port");
      if (numbered || !wanted.isEmpty() && wanted.equals(candidate.text("name"))) {
        port = candidate.text("name");
      }
    }
    return shown + " (" + Endpoints.of(services.get(0), surroundings).of(port) + ")";
  }
}
