package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.value.Struct;

/** Horizontal pod autoscalers. */
final class AutoscalerTable {
  private static final int SINCE_RESOURCE_NAMES = 30;
  private static final int SHOWN = 2;

  private AutoscalerTable() {}

  static Shape shape(Shapes shapes) {
    Shape shape =
        new Shape()
            .name()
            .column(
                "Reference",
                scaler ->
                    scaler.text("spec", "scaleTargetRef", "kind")
                        + "/"
                        + scaler.text("spec", "scaleTargetRef", "name"))
            .column("Targets", scaler -> targets(scaler, shapes.isSince(SINCE_RESOURCE_NAMES)))
            .column("MinPods", scaler -> scaler.textOr("<unset>", "spec", "minReplicas"))
            .number("MaxPods", "spec", "maxReplicas")
            .number("Replicas", "status", "currentReplicas");
    return shapes.age(shape);
  }

  private static String targets(Struct scaler, boolean withNames) {
    List<Struct> metrics = scaler.items("spec", "metrics");
    if (metrics.isEmpty()) {
      return oldTargets(scaler, withNames);
    }
    List<Struct> current = scaler.items("status", "currentMetrics");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      texts.add(
          target(metrics.get(i), i < current.size() ? current.get(i) : Struct.EMPTY, withNames));
    }
    return Cells.first(SHOWN, ", ", texts);
  }

  // autoscaling/v1 knows CPU only.
  private static String oldTargets(Struct scaler, boolean withNames) {
    String target = scaler.text("spec", "targetCPUUtilizationPercentage");
    if (target.isEmpty()) {
      return "<none>";
    }
    String current = scaler.text("status", "currentCPUUtilizationPercentage");
    return (withNames ? "cpu: " : "") + percent(current, "<unknown>") + "/" + target + "%";
  }

  private static String target(Struct metric, Struct current, boolean withNames) {
    String type = metric.text("type");
    String field =
        type.isEmpty() ? type : Character.toLowerCase(type.charAt(0)) + type.substring(1);
    Struct wanted = metric.at(field, "target");
    Struct now = current.at(field, "current");
    boolean resource = field.equals("resource") || field.equals("containerResource");
    String name = resource && withNames ? metric.text(field, "name") + ": " : "";
    if (wanted.has("averageValue")) {
      String suffix = field.equals("external") || field.equals("object") ? " (avg)" : "";
      return name
          + now.textOr("<unknown>", "averageValue")
          + "/"
          + wanted.text("averageValue")
          + suffix;
    }
    if (resource) {
      return name
          + percent(now.text("averageUtilization"), "<unknown>")
          + "/"
          + percent(wanted.text("averageUtilization"), "<auto>");
    }
    if (wanted.has("value")) {
      return now.textOr("<unknown>", "value") + "/" + wanted.text("value");
    }
    return "<unknown type>";
  }

  private static String percent(String number, String none) {
    return number.isEmpty() ? none : number + "%";
  }
}
