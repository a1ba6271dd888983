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
  private List<AlertRule.Instance> instances() {
    return state instanceof AlertState.Known known ? known.rule().instances() : List.of();
  }

  /** The labels of each active instance. */
  List<Map<String, String>> labels() {
    List<Map<String, String>> labels = new ArrayList<>();
    for (AlertRule.Instance instance : instances()) {
      labels.add(instance.labels());
    }
    return labels;
  }

  /** How many seconds the condition must hold before the alert fires; empty if it does not say. */
  OptionalLong heldFor() {
    return state instanceof AlertState.Known known && known.rule().forSeconds() > 0
        ? OptionalLong.of((long) known.rule().forSeconds())
        : OptionalLong.empty();
  }

  Optional<Severity> severity() {
    return state instanceof AlertState.Known known
        ? Severity.of(known.rule().labels().getOrDefault("severity", ""))
        : Optional.empty();
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
