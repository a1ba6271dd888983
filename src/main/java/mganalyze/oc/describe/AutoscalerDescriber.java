package mganalyze.oc.describe;

import java.util.List;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Horizontal pod autoscalers of version 2. */
final class AutoscalerDescriber implements Describer {
  private static final String UNKNOWN = "<unknown>";

  private final Surroundings surroundings;

  AutoscalerDescriber(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void describe(Struct scaler, Description out) {
    out.field(0, "Name", scaler.name());
    out.field(0, "Namespace", scaler.namespace());
    out.pairs("Labels", scaler.map("metadata", "labels"));
    out.annotations("Annotations", scaler.map("metadata", "annotations"));
    out.field(0, "CreationTimestamp", Times.rfc1123(scaler.text("metadata", "creationTimestamp")));
    String kind = scaler.text("spec", "scaleTargetRef", "kind");
    out.field(0, "Reference", kind + "/" + scaler.text("spec", "scaleTargetRef", "name"));
    out.field(0, "Metrics", "( current / target )");
    List<Struct> metrics = scaler.items("spec", "metrics");
    List<Struct> current = scaler.items("status", "currentMetrics");
    for (int i = 0; i < metrics.size(); i++) {
      metric(metrics.get(i), i < current.size() ? current.get(i) : Struct.EMPTY, out);
    }
    out.field(0, "Min replicas", scaler.textOr("<unset>", "spec", "minReplicas"));
    out.field(0, "Max replicas", scaler.number("spec", "maxReplicas"));
    if (scaler.has("spec", "behavior")) {
      out.title(0, "Behavior");
      behavior(scaler.at("spec", "behavior", "scaleUp"), "Scale Up", out);
      behavior(scaler.at("spec", "behavior", "scaleDown"), "Scale Down", out);
    }
    out.field(
        0,
        kind + " pods",
        scaler.number("status", "currentReplicas")
            + " current / "
            + scaler.number("status", "desiredReplicas")
            + " desired");
    conditions(scaler, out);
    surroundings.events(scaler, out);
  }

  private static void metric(Struct metric, Struct current, Description out) {
    switch (metric.text("type")) {
      case "External" -> {
        boolean average = metric.has("external", "target", "averageValue");
        String name = "\"" + metric.text("external", "metric", "name") + "\"";
        line(out, name + aim(average), average, metric.at("external"), current.at("external"));
      }
      case "Pods" -> {
        String name = "\"" + metric.text("pods", "metric", "name") + "\" on pods";
        line(out, name, true, metric.at("pods"), current.at("pods"));
      }
      case "Object" -> {
        Struct object = metric.at("object");
        boolean average = object.text("target", "type").equals("AverageValue");
        String name =
            "\""
                + object.text("metric", "name")
                + "\" on "
                + object.text("describedObject", "kind")
                + "/"
                + object.text("describedObject", "name");
        line(out, name + aim(average), average, object, current.at("object"));
      }
      case "Resource" -> {
        String name = "resource " + metric.text("resource", "name") + " on pods";
        resource(out, name, metric.at("resource"), current.at("resource"));
      }
      case "ContainerResource" -> {
        Struct resource = metric.at("containerResource");
        String container = " of container \"" + resource.text("container") + "\" on pods";
        String name = "resource " + resource.text("name") + container;
        resource(out, name, resource, current.at("containerResource"));
      }
      default -> out.line(1, "<unknown metric type \"" + metric.text("type") + "\">");
    }
  }

  private static String aim(boolean average) {
    return average ? " (target average value)" : " (target value)";
  }

  private static void line(
      Description out, String name, boolean average, Struct metric, Struct current) {
    String field = average ? "averageValue" : "value";
    out.field(
        1, name, quantity(current, "current", field) + " / " + quantity(metric, "target", field));
  }

  private static void resource(Description out, String name, Struct metric, Struct current) {
    if (metric.has("target", "averageValue")) {
      line(out, name, true, metric, current);
      return;
    }
    String now =
        current.has("current", "averageUtilization")
            ? current.text("current", "averageUtilization")
                + "% ("
                + quantity(current, "current", "averageValue")
                + ")"
            : UNKNOWN;
    String target =
        metric.has("target", "averageUtilization")
            ? metric.text("target", "averageUtilization") + "%"
            : "<auto>";
    // kubectl indents the middle of the line as well.
    out.field(1, name + "  (as a percentage of request)", now + " / " + target);
  }

  private static String quantity(Struct metric, String side, String field) {
    return metric.has(side, field) ? Quantity.of(metric.text(side, field)).toString() : UNKNOWN;
  }

  private static void behavior(Struct rules, String title, Description out) {
    if (rules.equals(Struct.EMPTY)) {
      return;
    }
    out.title(1, title);
    if (rules.has("stabilizationWindowSeconds")) {
      long seconds = rules.number("stabilizationWindowSeconds");
      out.line(2, "Stabilization Window: " + seconds + " seconds");
    }
    List<Struct> policies = rules.items("policies");
    if (!policies.isEmpty()) {
      out.line(2, "Select Policy: " + rules.textOr("Max", "selectPolicy"));
      out.title(2, "Policies");
      for (Struct policy : policies) {
        out.row(
            3,
            "- Type: " + policy.text("type"),
            "Value: " + policy.number("value"),
            "Period: " + policy.number("periodSeconds") + " seconds");
      }
    }
  }

  private static void conditions(Struct scaler, Description out) {
    List<Struct> conditions = scaler.items("status", "conditions");
    if (conditions.isEmpty()) {
      return;
    }
    out.title(0, "Conditions");
    out.header(1, "Type", "Status", "Reason", "Message");
    for (Struct condition : conditions) {
      out.row(
          1,
          condition.text("type"),
          condition.text("status"),
          condition.text("reason"),
          condition.text("message"));
    }
  }
}
