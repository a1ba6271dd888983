package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.diagnosis.Report.Timeline;
import mganalyze.gather.Gather;
import mganalyze.gather.LogFile;
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
  private static final Duration BUCKET = Duration.ofMinutes(5);
  private static final int BURST = 10;
  private static final int MOST = 400;
  private static final List<String> OPERANDS =
      List.of(
          "hyperconvergeds.hco.kubevirt.io",
          "kubevirts.kubevirt.io",
          "cdis.cdi.kubevirt.io",
          "ssps.ssp.kubevirt.io",
          "networkaddonsconfigs.networkaddonsoperator.network.kubevirt.io",
          "hostpathprovisioners.hostpathprovisioner.kubevirt.io");

  /** An error as the components write it: JSON with a level, or klog's letter. */
  static final String ERROR_LINE = "(\"level\":\"(error|fatal)\"|^E[0-9]{4} )";

  private final Gather gather;
  private final Monitoring monitoring;
  private final LogScan scan;
  private final List<Timeline.Event> events = new ArrayList<>();

  TimelineReader(Gather gather, Monitoring monitoring, LogScan scan) {
    this.gather = gather;
    this.monitoring = monitoring;
    this.scan = scan;
  }

  Timeline read() {
    if (gather.knownTime().isEmpty()) {
      return new Timeline(Optional.empty(), Optional.empty(), List.of());
    }
    Instant end = gather.time();
    readAlerts();
    OPERANDS.forEach(this::readConditions);
    readNodes();
    gather.cluster().installNamespace().ifPresent(this::readNamespace);
    readMigrations();
    add(
        end,
        Optional.empty(),
        "gather",
        "gather",
        "the archive was gathered",
        1,
        Optional.empty(),
        Optional.empty());
    Instant earliest = end.minus(REACH);
    List<Timeline.Event> shown =
        events.stream()
            .filter(
                event ->
                    !event.time().isBefore(earliest)
                        && !event.time().isAfter(end.plusSeconds(3600)))
            .sorted(
                Comparator.comparing(Timeline.Event::time)
                    .thenComparing(Timeline.Event::lane)
                    .thenComparing(Timeline.Event::text))
            .toList();
    // Of too many events the latest are told.
    List<Timeline.Event> last = shown.subList(Math.max(0, shown.size() - MOST), shown.size());
    return new Timeline(
        Optional.of(last.isEmpty() ? end : last.get(0).time()), Optional.of(end), last);
  }

  private void add(
      Instant time,
      Optional<Instant> end,
      String lane,
      String kind,
      String text,
      int count,
      Optional<String> path,
      Optional<Integer> line) {
    events.add(new Timeline.Event(time, end, lane, kind, text, count, path, line));
  }

  private void readAlerts() {
    for (AlertRule rule : monitoring.rules()) {
      if (!"kubevirt".equals(rule.labels().get("kubernetes_operator_part_of"))) {
        continue;
      }
      for (AlertRule.Instance instance : rule.instances()) {
        instance
            .activeAt()
            .ifPresent(
                time ->
                    add(
                        time,
                        Optional.of(gather.time()),
                        "alerts",
                        "alert",
                        "alert "
                            + rule.name()
                            + " "
                            + instance.state().name().toLowerCase(Locale.ROOT),
                        1,
                        Optional.of(rule.source()),
                        Optional.empty()));
      }
    }
  }

  private void readConditions(String type) {
    for (Resource resource : NodeMatrix.all(gather, type, Scope.all())) {
      JsonNode conditions = resource.json().path("status").path("conditions");
      for (int i = 0; i < conditions.size(); i++) {
        JsonNode condition = conditions.get(i);
        int index = i;
        time(condition.path("lastTransitionTime"))
            .ifPresent(
                time ->
                    add(
                        time,
                        Optional.empty(),
                        resource.type().kind(),
                        "condition",
                        resource.type().kind()
                            + " "
                            + resource.name()
                            + ": "
                            + condition.path("type").asText()
                            + " became "
                            + condition.path("status").asText(),
                        1,
                        Optional.of(resource.paths().get(0)),
                        Optional.of(
                            resource.lineOf(
                                List.of("status", "conditions", index, "lastTransitionTime")))));
      }
    }
  }

  private void readNodes() {
    for (Resource node : NodeMatrix.all(gather, "nodes", Scope.all())) {
      JsonNode conditions = node.json().path("status").path("conditions");
      for (int i = 0; i < conditions.size(); i++) {
        JsonNode condition = conditions.get(i);
        int index = i;
        if (condition.path("type").asText().equals("Ready")) {
          time(condition.path("lastTransitionTime"))
              .ifPresent(
                  time ->
                      add(
                          time,
                          Optional.empty(),
                          "nodes",
                          "node",
                          "node "
                              + node.name()
                              + ": Ready became "
                              + condition.path("status").asText(),
                          1,
                          Optional.of(node.paths().get(0)),
                          Optional.of(
                              node.lineOf(
                                  List.of("status", "conditions", index, "lastTransitionTime")))));
        }
      }
    }
  }

  private void readNamespace(String namespace) {
    for (Resource pod : NodeMatrix.all(gather, "pods", Scope.of(namespace))) {
      readContainers(pod);
      readErrors(pod);
    }
    for (Resource lease :
        NodeMatrix.all(gather, "leases.coordination.k8s.io", Scope.of(namespace))) {
      JsonNode spec = lease.json().path("spec");
      time(spec.path("acquireTime"))
          .ifPresent(
              time ->
                  add(
                      time,
                      Optional.empty(),
                      lease.name(),
                      "leader",
                      spec.path("holderIdentity").asText("nobody")
                          + " became leader of "
                          + lease.name(),
                      1,
                      Optional.of(lease.paths().get(0)),
                      Optional.of(lease.lineOf(List.of("spec", "acquireTime")))));
    }
  }

  private void readContainers(Resource pod) {
    JsonNode statuses = pod.json().path("status").path("containerStatuses");
    for (int i = 0; i < statuses.size(); i++) {
      JsonNode status = statuses.get(i);
      JsonNode dead = status.path("lastState").path("terminated");
      int index = i;
      time(dead.path("finishedAt"))
          .ifPresent(
              time ->
                  add(
                      time,
                      Optional.empty(),
                      Lane.of(pod.name()),
                      dead.path("exitCode").asInt() == 137 ? "kill" : "restart",
                      "container "
                          + status.path("name").asText()
                          + " of "
                          + pod.name()
                          + " ended: "
                          + dead.path("reason").asText("no reason")
                          + ", exit code "
                          + dead.path("exitCode").asInt()
                          + ", restart "
                          + status.path("restartCount").asInt(),
                      Math.max(1, status.path("restartCount").asInt()),
                      Optional.of(pod.paths().get(0)),
                      Optional.of(
                          pod.lineOf(
                              List.of(
                                  "status",
                                  "containerStatuses",
                                  index,
                                  "lastState",
                                  "terminated",
                                  "finishedAt")))));
    }
  }

  private void readErrors(Resource pod) {
    for (String container : gather.logs().containers(pod.namespace(), pod.name())) {
      for (LogFile file : gather.logs().files(pod.namespace(), pod.name(), container, false)) {
        Map<Instant, List<LogMatch>> buckets = new TreeMap<>();
        for (LogMatch match : scan.matches(file, ERROR_LINE)) {
          match
              .time()
              .ifPresent(
                  time -> {
                    long start = time.getEpochSecond() / BUCKET.toSeconds() * BUCKET.toSeconds();
                    buckets
                        .computeIfAbsent(Instant.ofEpochSecond(start), k -> new ArrayList<>())
                        .add(match);
                  });
        }
        buckets.forEach(
            (start, lines) -> {
              if (lines.size() >= BURST) {
                add(
                    lines.get(0).time().orElse(start),
                    Optional.of(start.plus(BUCKET)),
                    Lane.of(pod.name()),
                    "errors",
                    lines.size()
                        + " errors in the log of "
                        + pod.name()
                        + ", container "
                        + container,
                    lines.size(),
                    Optional.of(file.path()),
                    Optional.of(lines.get(0).line()));
              }
            });
      }
    }
  }

  private void readMigrations() {
    for (Resource migration :
        NodeMatrix.all(gather, "virtualmachineinstancemigrations.kubevirt.io", Scope.all())) {
      JsonNode state = migration.json().path("status").path("migrationState");
      time(state.path("startTimestamp"))
          .ifPresent(
              time ->
                  add(
                      time,
                      time(state.path("endTimestamp")),
                      "migrations",
                      "migration",
                      "VMI "
                          + migration.namespace()
                          + "/"
                          + migration.json().path("spec").path("vmiName").asText()
                          + " from "
                          + state.path("sourceNode").asText("?")
                          + " to "
                          + state.path("targetNode").asText("?")
                          + ": "
                          + migration.json().path("status").path("phase").asText("?"),
                      1,
                      Optional.of(migration.paths().get(0)),
                      Optional.of(
                          migration.lineOf(
                              List.of("status", "migrationState", "startTimestamp")))));
    }
  }

  private static Optional<Instant> time(JsonNode node) {
    if (!node.isTextual()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(node.asText()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Announces the logs that will be asked. */
  void plan() {
    gather
        .cluster()
        .installNamespace()
        .ifPresent(
            namespace -> {
              for (String pod : gather.logs().pods(namespace)) {
                for (String container : gather.logs().containers(namespace, pod)) {
                  gather
                      .logs()
                      .files(namespace, pod, container, false)
                      .forEach(file -> scan.plan(file, ERROR_LINE));
                }
              }
            });
  }
}
