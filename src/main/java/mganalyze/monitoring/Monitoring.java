package mganalyze.monitoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mganalyze.archive.Content;
import mganalyze.finding.Problem;
import mganalyze.gather.Gather;

/** The monitoring dumps of a gather. Rules are read at once, targets when somebody asks. */
public final class Monitoring {
  private static final String RULES = "monitoring/prometheus/rules.json";
  private static final String OLD_RULES = "monitoring/alerts.json";
  private static final String FIRING = "metrics/prometheus_instant/kubevirt_firing_alerts.json";
  private static final String INSIGHTS = "insights-data/";

  private final Gather gather;
  private final Map<String, AlertRule> rules = new LinkedHashMap<>();
  private final Map<String, AlertRule> earlier = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<String> dump = Optional.empty();
  private Optional<List<Target>> targets = Optional.empty();
  private boolean hasReadTargets;

  private Monitoring(Gather gather) {
    this.gather = gather;
  }

  /** Reads the rules of a gather; dumps that cannot be read become {@link #problems()}. */
  public static Monitoring of(Gather gather) {
    Monitoring monitoring = new Monitoring(gather);
    monitoring.readRules(gather.files(RULES));
    if (monitoring.dump.isEmpty()) {
      monitoring.readRules(gather.files(OLD_RULES));
    }
    monitoring.readInsights(gather.files(INSIGHTS));
    monitoring.readFiring(gather.files(FIRING));
    return monitoring;
  }

  private void readRules(Map<String, Content> files) {
    for (Map.Entry<String, Content> file : files.entrySet()) {
      String path = file.getKey();
      byte[] json = file.getValue().bytes();
      if (json.length == 0) {
        // curl leaves an empty file where Prometheus did not answer.
        continue;
      }
      try {
        for (AlertRule rule : RulesDump.read(json, path).values()) {
          rules.merge(rule.name(), rule, AlertRule::merge);
        }
        dump = dump.isPresent() ? dump : Optional.of(path);
      } catch (IOException e) {
        problems.add(new Problem(path, Problem.Kind.UNREADABLE, "alert rules: " + oneLine(e)));
      }
    }
  }

  private static String oneLine(IOException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  /** Of several insights archives the newest speaks; their names carry the time. */
  private void readInsights(Map<String, Content> files) {
    for (Map.Entry<String, Content> file : files.entrySet()) {
      if (file.getKey().endsWith("!/config/alerts.json")) {
        earlier.clear();
        earlier.putAll(InsightsAlerts.read(file.getValue().bytes(), file.getKey()));
      }
    }
  }

  /**
   * The virtualization image's query of firing alerts; like Alertmanager's list it names only
   * these.
   */
  private void readFiring(Map<String, Content> files) {
    files.forEach(
        (path, content) -> {
          for (Series series : InstantVector.read(content.bytes(), path)) {
            Map<String, String> labels = new LinkedHashMap<>(series.labels());
            String name = labels.remove("alertname");
            if (name != null && !"pending".equals(labels.get("alertstate"))) {
              AlertRule.Instance instance =
                  new AlertRule.Instance(AlertRule.State.FIRING, Optional.empty(), labels);
              earlier.merge(
                  name,
                  new AlertRule(
                      name, AlertRule.State.FIRING, "", 0, labels, List.of(instance), path),
                  AlertRule::merge);
            }
          }
        });
  }

  /**
   * The state of an alert.
   *
   * @param names its name, then its older names; they all count as it
   * @param operator value of the label {@code kubernetes_operator_component} of its operator's
   *     alerts
   * @param siblings names of other alerts of that operator
   */
  public AlertState alert(List<String> names, String operator, Set<String> siblings) {
    for (String name : names) {
      AlertRule rule = rules.get(name);
      if (rule != null) {
        return new AlertState.Known(rule);
      }
    }
    if (dump.isPresent() && hasOthers(operator, siblings)) {
      return new AlertState.Absent(dump.get());
    }
    if (dump.isEmpty()) {
      for (String name : names) {
        AlertRule rule = earlier.get(name);
        if (rule != null) {
          return new AlertState.Known(rule);
        }
      }
    }
    return new AlertState.Unknown();
  }

  private boolean hasOthers(String operator, Set<String> siblings) {
    for (AlertRule rule : rules.values()) {
      boolean sameOperator =
          !operator.isEmpty()
              && operator.equals(rule.labels().get("kubernetes_operator_component"));
      if (sameOperator || siblings.contains(rule.name())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the archive has a dump of alert rules that could be read. */
  public boolean hasRules() {
    return dump.isPresent();
  }

  /** All alerting rules of the dump. */
  public List<AlertRule> rules() {
    return List.copyOf(rules.values());
  }

  /**
   * The scrape targets, of one replica's dump where several were gathered; empty if none could be
   * read.
   */
  public synchronized Optional<List<Target>> targets() {
    if (!hasReadTargets) {
      targets = readTargets();
      hasReadTargets = true;
    }
    return targets;
  }

  private Optional<List<Target>> readTargets() {
    for (Map.Entry<String, Content> file : gather.files("monitoring/prometheus/").entrySet()) {
      if (file.getKey().endsWith("/active-targets.json")) {
        byte[] json = file.getValue().bytes();
        if (json.length == 0) {
          continue;
        }
        try {
          return Optional.of(TargetsDump.read(json, file.getKey()));
        } catch (IOException e) {
          problems.add(
              new Problem(file.getKey(), Problem.Kind.UNREADABLE, "scrape targets: " + oneLine(e)));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The series of a metric in the dumps of samples, which few archives have; empty if none of the
   * metric was gathered.
   */
  public List<Series> series(String metric) {
    List<Series> found = new ArrayList<>();
    gather
        .files("monitoring/metrics/metrics.openmetrics")
        .forEach((path, content) -> found.addAll(OpenMetrics.read(content.bytes(), metric, path)));
    gather
        .files("incident-metrics/incident-metrics.txt")
        .forEach((path, content) -> found.addAll(OpenMetrics.read(content.bytes(), metric, path)));
    gather
        .files("metrics/prometheus_instant/" + metric + ".json")
        .forEach((path, content) -> found.addAll(InstantVector.read(content.bytes(), path)));
    return found;
  }

  /** What could not be read. */
  public synchronized List<Problem> problems() {
    return List.copyOf(problems);
  }
}
