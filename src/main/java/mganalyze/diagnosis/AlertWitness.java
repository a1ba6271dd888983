package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import mganalyze.finding.Severity;
import mganalyze.monitoring.AlertRule;
import mganalyze.monitoring.AlertState;

/** What the alert's own rule says of a runbook, where it was gathered. */
record AlertWitness(AlertState state) {
  private Optional<AlertRule> rule() {
    return state instanceof AlertState.Known known ? Optional.of(known.rule()) : Optional.empty();
  }

  private List<AlertRule.Instance> instances() {
    return rule().map(AlertRule::instances).orElse(List.of());
  }

  /** The labels of each active instance. */
  List<Map<String, String>> labels() {
    return instances().stream().map(AlertRule.Instance::labels).toList();
  }

  /** How many seconds the condition must hold before the alert fires; empty if it does not say. */
  OptionalLong heldFor() {
    long seconds = rule().map(rule -> (long) rule.forSeconds()).orElse(0L);
    return seconds > 0 ? OptionalLong.of(seconds) : OptionalLong.empty();
  }

  Optional<Severity> severity() {
    return rule().flatMap(rule -> Severity.of(rule.labels().getOrDefault("severity", "")));
  }

  AlertSummary summary() {
    List<AlertSummary.Instance> shown = new ArrayList<>();
    for (AlertRule.Instance instance : instances()) {
      String word = instance.state().name().toLowerCase(Locale.ROOT);
      shown.add(new AlertSummary.Instance(word, instance.activeAt(), instance.labels()));
    }
    return new AlertSummary(state.word(), state.dump(), shown);
  }
}
