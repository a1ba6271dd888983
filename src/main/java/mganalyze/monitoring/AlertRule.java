package mganalyze.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alerting rule as Prometheus had it loaded; rules of one name are one.
 *
 * @param query the expression of the cluster's own version
 * @param forSeconds how long the expression must hold before the alert fires
 * @param source the file in the archive
 */
public record AlertRule(
    String name,
    State state,
    String query,
    double forSeconds,
    Map<String, String> labels,
    List<Instance> instances,
    String source) {

  public AlertRule {
    labels = Labels.sorted(labels);
    instances = List.copyOf(instances);
  }

  /** From quiet to loud. */
  public enum State {
    INACTIVE,
    PENDING,
    FIRING
  }

  /** One active instance of an alert. */
  public record Instance(State state, Optional<Instant> activeAt, Map<String, String> labels) {
    public Instance {
      labels = Labels.sorted(labels);
    }
  }

  /**
   * The same name may stand for rules of different severities; the loudest speaks, the instances
   * add up.
   */
  AlertRule merge(AlertRule other) {
    AlertRule loud = other.state.compareTo(state) > 0 ? other : this;
    List<Instance> all = new ArrayList<>(instances);
    all.addAll(other.instances);
    return new AlertRule(
        name, loud.state, loud.query, loud.forSeconds, loud.labels, all, loud.source);
  }
}
