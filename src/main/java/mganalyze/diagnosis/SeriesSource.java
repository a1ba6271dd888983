package mganalyze.diagnosis;

import java.util.List;
import java.util.Optional;
import mganalyze.finding.Evidence;
import mganalyze.finding.ObjectReference;
import mganalyze.monitoring.Series;

/** A time series as a check's program was given it; it is shown by its newest value. */
record SeriesSource(String metric, Series series) implements Sourced {
  @Override
  public Optional<ObjectReference> object() {
    String pod = series.labels().getOrDefault("pod", "");
    return pod.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ObjectReference("v1", "Pod", series.labels().getOrDefault("namespace", ""), pod));
  }

  @Override
  public Evidence evidence(List<Object> path) {
    Series.Sample last = series.samples().get(series.samples().size() - 1);
    return new Evidence(
        series.source(),
        series.line(),
        metric + " " + series.labels() + " " + last.value(),
        List.of(),
        List.of());
  }
}
