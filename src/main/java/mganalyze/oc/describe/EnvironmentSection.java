package mganalyze.oc.describe;

import java.math.RoundingMode;
import java.util.List;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/** A container's environment variables and where they come from. */
final class EnvironmentSection {
  private final Description out;
  private final Struct pod;

  EnvironmentSection(Description out, Struct pod) {
    this.out = out;
    this.pod = pod;
  }

  void print(Struct container) {
    List<Struct> sources = container.items("envFrom");
    if (!sources.isEmpty()) {
      out.title(2, "Environment Variables from");
      sources.forEach(this::source);
    }
    List<Struct> variables = container.items("env");
    out.line(2, "Environment:" + (variables.isEmpty() ? "\t<none>" : ""));
    for (Struct variable : variables) {
      if (variable.has("valueFrom")) {
        reference(container, variable.text("name"), variable.at("valueFrom"));
      } else {
        String[] lines = variable.text("value").split("\n", -1);
        out.field(3, variable.text("name"), lines[0]);
        for (int i = 1; i < lines.length; i++) {
          out.line(3, "\t" + lines[i]);
        }
      }
    }
  }

  private void source(Struct source) {
    boolean map = source.has("configMapRef");
    String field = map ? "configMapRef" : "secretRef";
    String kind = map ? "ConfigMap" : "Secret";
    String prefix = source.text("prefix");
    out.row(
        3,
        source.text(field, "name"),
        prefix.isEmpty() ? kind : kind + " with prefix '" + prefix + "'",
        "Optional: " + source.flag(field, "optional"));
  }

  private void reference(Struct container, String name, Struct from) {
    if (from.has("fieldRef")) {
      String path = from.text("fieldRef", "fieldPath");
      String version = from.text("fieldRef", "apiVersion");
      out.field(3, name, fieldValue(path) + " (" + version + ":" + path + ")");
    } else if (from.has("resourceFieldRef")) {
      String resource = from.text("resourceFieldRef", "resource");
      out.field(3, name, resourceValue(container, from, resource) + " (" + resource + ")");
    } else if (from.has("secretKeyRef")) {
      Struct key = from.at("secretKeyRef");
      String text =
          "<set to the key '" + key.text("key") + "' in secret '" + key.text("name") + "'>";
      out.row(3, name + ":", text, "Optional: " + key.flag("optional"));
    } else if (from.has("configMapKeyRef")) {
      Struct key = from.at("configMapKeyRef");
      String text =
          "<set to the key '" + key.text("key") + "' of config map '" + key.text("name") + "'>";
      out.row(3, name + ":", text, "Optional: " + key.flag("optional"));
    }
  }

  // kubectl itself knows no other field; the rest stay empty, labels and annotations too.
  private String fieldValue(String path) {
    return switch (path) {
      case "metadata.name" -> pod.name();
      case "metadata.namespace" -> pod.namespace();
      default -> "";
    };
  }

  private static String resourceValue(Struct container, Struct from, String resource) {
    int dot = resource.indexOf('.');
    String name = resource.substring(dot + 1);
    if (dot < 0 || !isKnown(name)) {
      return "";
    }
    String kind = resource.substring(0, dot);
    Quantity value = Quantity.of(container.text("resources", kind, name));
    Quantity divisor = Quantity.of(from.textOr("1", "resourceFieldRef", "divisor"));
    if (divisor.value().signum() == 0) {
      divisor = Quantity.of("1");
    }
    String count =
        value.value().divide(divisor.value(), 0, RoundingMode.CEILING).toBigInteger().toString();
    boolean unlimited =
        count.equals("0") && (resource.equals("limits.cpu") || resource.equals("limits.memory"));
    return unlimited ? "node allocatable" : count;
  }

  private static boolean isKnown(String resource) {
    return List.of("cpu", "memory", "ephemeral-storage").contains(resource)
        || resource.startsWith("hugepages-");
  }
}
