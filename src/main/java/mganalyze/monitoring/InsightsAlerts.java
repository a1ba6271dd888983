package mganalyze.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * Reads {@code config/alerts.json} of an insights archive: the alerts that Alertmanager had active
 * then, {@code [{"labels":{"alertname":…},"startsAt":…, "status":{"state":"active"}}]}. It names
 * only active alerts and is up to two hours older than the gather, so an alert that is not in it is
 * unknown.
 */
final class InsightsAlerts {
  private InsightsAlerts() {}

  static Map<String, AlertRule> read(byte[] json, String source) {
    Map<String, AlertRule> rules = new TreeMap<>();
    JsonNode list;
    try {
      list = YamlReader.read(json, 0, json.length, Set.of());
    } catch (YamlException e) {
      return rules;
    }
    for (JsonNode alert : list) {
      Map<String, String> labels = new LinkedHashMap<>();
      alert
          .path("labels")
          .properties()
          .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
      String name = labels.remove("alertname");
      if (name != null) {
        AlertRule.Instance instance =
            new AlertRule.Instance(
                AlertRule.State.FIRING, RulesDump.time(alert.path("startsAt").asText()), labels);
        rules.merge(
            name,
            new AlertRule(name, AlertRule.State.FIRING, "", 0, labels, List.of(instance), source),
            AlertRule::merge);
      }
    }
    return rules;
  }
}
