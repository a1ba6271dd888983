package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.finding.Missing;
import mganalyze.gather.Gather;
import mganalyze.gather.Scope;
import mganalyze.monitoring.AlertRule;
import mganalyze.monitoring.Monitoring;
import mganalyze.monitoring.Series;
import mganalyze.monitoring.Target;
import mganalyze.runbook.Input;

/** Reads scrape targets, samples and instances of other alerts for checks. */
final class MonitoringInputs {
  private final Gather gather;
  private final Monitoring monitoring;

  MonitoringInputs(Gather gather, Monitoring monitoring) {
    this.gather = gather;
    this.monitoring = monitoring;
  }

  private Reading nothing(String what) {
    return Reading.nothing(new Missing(what, gather.openShiftCommand()));
  }

  Reading targets(Input.Targets input, Sources sources) {
    Optional<List<Target>> targets = monitoring.targets();
    if (targets.isEmpty()) {
      return nothing("scrape targets (monitoring/prometheus/…/active-targets.json)");
    }
    Pattern pod = Pattern.compile(input.pod());
    Optional<String> namespace = input.scope(gather).flatMap(Scope::namespace);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Target target : targets.get()) {
      boolean inNamespace =
          namespace.isEmpty() || namespace.get().equals(target.labels().get("namespace"));
      if (inNamespace && pod.matches(target.labels().getOrDefault("pod", ""))) {
        ObjectNode object = array.addObject();
        object.put("health", target.health());
        object.put("lastError", target.lastError());
        putLabels(object, target.labels());
        sources.mark(object, new TargetSource(target));
      }
    }
    return Reading.whole(array);
  }

  private static void putLabels(ObjectNode object, Map<String, String> labels) {
    ObjectNode node = object.putObject("labels");
    labels.forEach(node::put);
  }

  /** Series as {@code {"labels": {…}, "samples": [[seconds, value], …]}}, oldest sample first. */
  Reading samples(Input.Samples input, Sources sources) {
    List<Series> all = monitoring.series(input.metric());
    if (all.isEmpty()) {
      return nothing("alert rules, or samples of the metric " + input.metric());
    }
    Map<String, Pattern> wanted = labelPatterns(input.labels());
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Series series : all) {
      if (matches(series.labels(), wanted)) {
        ObjectNode object = array.addObject();
        putLabels(object, series.labels());
        ArrayNode samples = object.putArray("samples");
        for (Series.Sample sample : series.samples()) {
          samples.addArray().add(sample.seconds()).add(sample.value());
        }
        sources.mark(object, new SeriesSource(input.metric(), series));
      }
    }
    return Reading.whole(array);
  }

  private static boolean matches(Map<String, String> labels, Map<String, Pattern> wanted) {
    for (Map.Entry<String, Pattern> want : wanted.entrySet()) {
      if (!want.getValue().matches(labels.getOrDefault(want.getKey(), ""))) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Pattern> labelPatterns(String labels) {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (String part : labels.split(",")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        patterns.put(
            part.substring(0, equals).strip(), Pattern.compile(part.substring(equals + 1).strip()));
      }
    }
    return patterns;
  }

  /** Instances as {@code {"state": "firing", "activeAt": "2024-…", "labels": {…}}}. */
  Reading alert(Input.Alert input) {
    if (!monitoring.hasRules()) {
      return nothing("alert rules (monitoring/prometheus/rules.json)");
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (AlertRule rule : monitoring.rules()) {
      if (rule.name().equals(input.alert())) {
        rule.instances().forEach(instance -> addInstance(instance, array.addObject()));
      }
    }
    return Reading.whole(array);
  }

  private static void addInstance(AlertRule.Instance instance, ObjectNode object) {
    object.put("state", instance.state().name().toLowerCase(Locale.ROOT));
    instance.activeAt().ifPresent(time -> object.put("activeAt", time.toString()));
    putLabels(object, instance.labels());
  }
}
