package mganalyze.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mganalyze.diagnosis.Report.Timeline;
import mganalyze.diagnosis.Report.Timeline.Event;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.Scope;
import mganalyze.monitoring.AlertRule;
import mganalyze.monitoring.Monitoring;

/**
 * Reads off alerts, conditions, container states, leases, migrations and logs what happened when,
 * on the cluster's clock. What lies long before the gather is left out, so that the strip shows the
 * days that matter.
 */
final class TimelineReader {
  private static final Duration REACH = Duration.ofDays(7);

  /** Objects that change while the gather runs are newer than its time. */
  private static final Duration LONGEST_GATHER = Duration.ofHours(1);

  private static final int MOST = 400;

  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::time).thenComparing(Event::lane).thenComparing(Event::text);

  private final Gather gather;
  private final Monitoring monitoring;
  private final ErrorBursts bursts;
  private final List<Event> events = new ArrayList<>();

  TimelineReader(Gather gather, Monitoring monitoring, LogScan scan) {
    this.gather = gather;
    this.monitoring = monitoring;
    this.bursts = new ErrorBursts(gather.logs(), scan);
  }

  /** Announces the logs that will be asked. */
  void plan() {
    gather.cluster().installNamespace().ifPresent(bursts::plan);
  }

  Timeline read() {
    if (gather.knownTime().isEmpty()) {
      return new Timeline(Optional.empty(), Optional.empty(), List.of());
    }
    readAlerts();
    readObjects();
    Instant end = gather.time();
    events.add(Event.at(end, "gather", "gather", "the archive was gathered"));
    List<Event> shown = new ArrayList<>();
    for (Event event : events) {
      if (!event.time().isBefore(end.minus(REACH))
          && !event.time().isAfter(end.plus(LONGEST_GATHER))) {
        shown.add(event);
      }
    }
    shown.sort(ORDER);
    // Of too many events the latest are told.
    List<Event> last = shown.subList(Math.max(0, shown.size() - MOST), shown.size());
    return new Timeline(Optional.of(last.get(0).time()), Optional.of(end), last);
  }

  private void readAlerts() {
    for (AlertRule rule : monitoring.rules()) {
      if ("kubevirt".equals(rule.labels().get("kubernetes_operator_part_of"))) {
        for (AlertRule.Instance instance : rule.instances()) {
          String state = instance.state().name().toLowerCase(Locale.ROOT);
          String text = "alert " + rule.name() + " " + state;
          instance
              .activeAt()
              .map(time -> Event.at(time, "alerts", "alert", text))
              .map(event -> event.until(gather.knownTime()).in(rule.source()))
              .ifPresent(events::add);
        }
      }
    }
  }

  private void readObjects() {
    for (String operand : ObjectEvents.OPERANDS) {
      for (Resource object : NodeMatrix.all(gather, operand, Scope.all())) {
        events.addAll(ObjectEvents.conditions(object));
      }
    }
    for (Resource node : NodeMatrix.all(gather, "nodes", Scope.all())) {
      events.addAll(ObjectEvents.readiness(node));
    }
    gather.cluster().installNamespace().map(Scope::of).ifPresent(this::readComponents);
    for (Resource migration :
        NodeMatrix.all(gather, "virtualmachineinstancemigrations.kubevirt.io", Scope.all())) {
      ObjectEvents.migration(migration).ifPresent(events::add);
    }
  }

  private void readComponents(Scope namespace) {
    for (Resource pod : NodeMatrix.all(gather, "pods", namespace)) {
      events.addAll(ObjectEvents.restarts(pod));
      events.addAll(bursts.of(pod));
    }
    for (Resource lease : NodeMatrix.all(gather, "leases.coordination.k8s.io", namespace)) {
      ObjectEvents.leader(lease).ifPresent(events::add);
    }
  }
}
