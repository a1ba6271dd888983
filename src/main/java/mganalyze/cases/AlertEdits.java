package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;

/** Changes to the dump of alert rules. */
final class AlertEdits {
  private static final String RULES = "monitoring/prometheus/rules.json";

  private AlertEdits() {}

  /** Removes the rules and everything else that monitoring dumped. */
  static Edit removeMonitoring() {
    return (tree, places) ->
        tree.removeIf(
            path ->
                path.contains("/monitoring/")
                    || path.contains("/metrics/")
                    || path.contains("/insights-data/"));
  }

  /** Removes the alerts' states alone. */
  static Edit removeRules() {
    return (tree, places) ->
        tree.removeIf(
            path ->
                path.endsWith(RULES)
                    || path.endsWith("/monitoring/alerts.json")
                    || path.endsWith("/kubevirt_firing_alerts.json")
                    || path.contains("/insights-data/"));
  }

  /**
   * Gives an alert a state.
   *
   * @param change a state word, or a map of {@code state, activeAt, labels, value, for, severity};
   *     {@code absent} removes its rules
   * @param gatheredAt in whose terms an active alert is an hour old unless the change says more
   */
  static Edit set(String alert, JsonNode change, Instant gatheredAt) {
    return (tree, places) -> {
      String path =
          tree.openShift()
              .map(image -> image + RULES)
              .orElseThrow(() -> new EditException("alerts: the gather has no OpenShift image"));
      ObjectNode dump = tree.has(path) ? JsonDump.read(tree, path) : empty();
      String state = change.isTextual() ? change.asText() : change.path("state").asText("firing");
      switch (state) {
        case "absent" -> remove(dump, alert);
        case "firing", "pending", "inactive" ->
            change(rule(dump, alert), alert, state, change, gatheredAt);
        default ->
            throw new EditException(
                "alerts: '" + state + "' is none of firing, pending, inactive, absent");
      }
      JsonDump.write(tree, path, dump);
    };
  }

  private static ObjectNode empty() {
    ObjectNode dump = JsonNodeFactory.instance.objectNode();
    dump.put("status", "success");
    dump.putObject("data").putArray("groups");
    return dump;
  }

  private static void remove(ObjectNode dump, String alert) throws EditException {
    boolean found = false;
    for (JsonNode group : dump.at("/data/groups")) {
      for (Iterator<JsonNode> rules = group.path("rules").elements(); rules.hasNext(); ) {
        if (rules.next().path("name").asText().equals(alert)) {
          rules.remove();
          found = true;
        }
      }
    }
    if (!found) {
      throw new EditException("alerts." + alert + ": there is no such rule");
    }
  }

  /** The alert's rule; a new one where the dump has none. */
  private static ObjectNode rule(ObjectNode dump, String alert) {
    for (JsonNode group : dump.at("/data/groups")) {
      for (JsonNode rule : group.path("rules")) {
        if (rule.path("name").asText().equals(alert) && rule instanceof ObjectNode found) {
          return found;
        }
      }
    }
    ObjectNode group = ((ArrayNode) dump.at("/data/groups")).addObject();
    group.put("name", alert + ".rules");
    ObjectNode rule = group.putArray("rules").addObject();
    rule.put("name", alert);
    rule.put("query", "vector(1)");
    rule.put("duration", 0);
    rule.putObject("labels")
        .put("severity", "warning")
        .put("kubernetes_operator_part_of", "kubevirt");
    rule.put("health", "ok");
    rule.put("type", "alerting");
    return rule;
  }

  private static void change(
      ObjectNode rule, String alert, String state, JsonNode change, Instant gatheredAt) {
    rule.put("state", state);
    if (change.has("for")) {
      rule.put("duration", change.path("for").asInt());
    }
    if (change.has("severity")) {
      ((ObjectNode) rule.path("labels")).set("severity", change.path("severity"));
    }
    ArrayNode instances = rule.putArray("alerts");
    if (state.equals("inactive")) {
      return;
    }
    ObjectNode instance = instances.addObject();
    ObjectNode labels = instance.putObject("labels");
    labels.put("alertname", alert);
    labels.setAll((ObjectNode) rule.path("labels"));
    if (change.path("labels") instanceof ObjectNode more) {
      labels.setAll(more);
    }
    instance.putObject("annotations");
    instance.put("state", state);
    instance.put(
        "activeAt",
        change.path("activeAt").asText(gatheredAt.minus(Duration.ofHours(1)).toString()));
    instance.put("value", change.path("value").asText("1e+00"));
  }
}
