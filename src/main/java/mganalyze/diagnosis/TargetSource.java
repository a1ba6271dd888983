package mganalyze.diagnosis;

import java.util.List;
import java.util.Optional;
import mganalyze.finding.Evidence;
import mganalyze.finding.ObjectReference;
import mganalyze.monitoring.Target;

/** A scrape target as a check's program was given it; the dump that shows it is one line. */
record TargetSource(Target target) implements Sourced {
  @Override
  public Optional<ObjectReference> object() {
    return Optional.of(
        new ObjectReference(
            "v1",
            "Pod",
            target.labels().getOrDefault("namespace", ""),
            target.labels().getOrDefault("pod", "")));
  }

  @Override
  public Evidence evidence(List<Object> path) {
    return new Evidence(
        target.source(),
        1,
        "target of pod "
            + target.labels().get("pod")
            + ": health "
            + target.health()
            + ", last error: "
            + target.lastError(),
        List.of(),
        List.of());
  }
}
