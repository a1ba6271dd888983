package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Struct;

/** What decides where pods run: tolerations, taints, spread constraints. */
final class Placement {
  private Placement() {}

  static void tolerations(Description out, String indent, List<Struct> tolerations) {
    List<String> lines = new ArrayList<>();
    List<Struct> sorted =
        GoSort.sorted(tolerations, (a, b) -> a.text("key").compareTo(b.text("key")) < 0);
    for (Struct toleration : sorted) {
      lines.add(toleration(toleration));
    }
    out.list("", indent + "Tolerations", lines);
  }

  private static String toleration(Struct toleration) {
    StringBuilder line = new StringBuilder(toleration.text("key"));
    String value = toleration.text("value");
    String effect = toleration.text("effect");
    if (!value.isEmpty()) {
      line.append('=').append(value);
    }
    if (!effect.isEmpty()) {
      line.append(':').append(effect);
    }
    if (toleration.text("operator").equals("Exists") && value.isEmpty()) {
      line.append(line.length() > 0 ? " op=Exists" : "op=Exists");
    }
    if (toleration.has("tolerationSeconds")) {
      line.append(" for ").append(toleration.number("tolerationSeconds")).append('s');
    }
    return line.toString();
  }

  static void taints(Description out, List<Struct> taints) {
    List<String> lines = new ArrayList<>();
    for (Struct taint : GoSort.sorted(taints, (a, b) -> order(a).compareTo(order(b)) < 0)) {
      String value = taint.text("value");
      String effect = taint.text("effect");
      lines.add(
          taint.text("key")
              + (value.isEmpty() ? "" : "=" + value)
              + (effect.isEmpty() ? "" : ":" + effect));
    }
    out.list("", "Taints", lines);
  }

  private static String order(Struct taint) {
    return taint.text("effect") + "," + taint.text("key");
  }

  /** Nothing where there are none. */
  static void spread(Description out, String indent, List<Struct> constraints) {
    if (constraints.isEmpty()) {
      return;
    }
    List<Struct> sorted =
        GoSort.sorted(
            constraints, (a, b) -> a.text("topologyKey").compareTo(b.text("topologyKey")) < 0);
    List<String> lines = new ArrayList<>();
    for (Struct constraint : sorted) {
      String selector =
          constraint.has("labelSelector")
              ? " for selector " + Cells.selectorOrNone(constraint.at("labelSelector"))
              : "";
      lines.add(
          constraint.text("topologyKey")
              + ":"
              + constraint.text("whenUnsatisfiable")
              + " when max skew "
              + constraint.number("maxSkew")
              + " is exceeded"
              + selector);
    }
    out.list(indent, "Topology Spread Constraints", lines);
  }
}
