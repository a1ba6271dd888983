package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.diagnosis.Report.Timeline.Event;
import mganalyze.gather.Resource;

/** What single objects tell of when something happened to them; each event cites its line. */
final class ObjectEvents {
  /** The custom resources that stand for the components. */
  static final List<String> OPERANDS =
      List.of(
          "hyperconvergeds.hco.kubevirt.io",
          "kubevirts.kubevirt.io",
          "cdis.cdi.kubevirt.io",
          "ssps.ssp.kubevirt.io",
          "networkaddonsconfigs.networkaddonsoperator.network.kubevirt.io",
          "hostpathprovisioners.hostpathprovisioner.kubevirt.io");

  /** Exit code of a process that was killed, mostly for want of memory. */
  private static final int KILLED = 137;

  private ObjectEvents() {}

  static List<Event> conditions(Resource object) {
    String kind = object.type().kind();
    List<Event> events = new ArrayList<>();
    JsonNode conditions = object.json().path("status").path("conditions");
    for (int i = 0; i < conditions.size(); i++) {
      String text = kind + " " + object.name() + ": " + became(conditions.get(i));
      event(object, kind, "condition", text, transition(i)).ifPresent(events::add);
    }
    return events;
  }

  static List<Event> readiness(Resource node) {
    List<Event> events = new ArrayList<>();
    JsonNode conditions = node.json().path("status").path("conditions");
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).path("type").asText().equals("Ready")) {
        String text = "node " + node.name() + ": " + became(conditions.get(i));
        event(node, "nodes", "node", text, transition(i)).ifPresent(events::add);
      }
    }
    return events;
  }

  private static String became(JsonNode condition) {
    return condition.path("type").asText() + " became " + condition.path("status").asText();
  }

  private static List<Object> transition(int condition) {
    return List.of("status", "conditions", condition, "lastTransitionTime");
  }

  static Optional<Event> leader(Resource lease) {
    String holder = lease.json().path("spec").path("holderIdentity").asText("nobody");
    String text = holder + " became leader of " + lease.name();
    return event(lease, lease.name(), "leader", text, List.of("spec", "acquireTime"));
  }

  /** How the containers of a pod ended before they were started again. */
  static List<Event> restarts(Resource pod) {
    List<Event> events = new ArrayList<>();
    JsonNode statuses = pod.json().path("status").path("containerStatuses");
    for (int i = 0; i < statuses.size(); i++) {
      JsonNode status = statuses.get(i);
      JsonNode ended = status.path("lastState").path("terminated");
      int exitCode = ended.path("exitCode").asInt();
      int restarts = status.path("restartCount").asInt();
      String text =
          "container "
              + status.path("name").asText()
              + " of "
              + pod.name()
              + " ended: "
              + ended.path("reason").asText("no reason")
              + ", exit code "
              + exitCode
              + ", restart "
              + restarts;
      List<Object> path =
          List.of("status", "containerStatuses", i, "lastState", "terminated", "finishedAt");
      event(pod, Lane.of(pod.name()), exitCode == KILLED ? "kill" : "restart", text, path)
          .map(event -> event.times(Math.max(1, restarts)))
          .ifPresent(events::add);
    }
    return events;
  }

  static Optional<Event> migration(Resource migration) {
    JsonNode status = migration.json().path("status");
    JsonNode state = status.path("migrationState");
    String text =
        "VMI "
            + migration.namespace()
            + "/"
            + migration.json().path("spec").path("vmiName").asText()
            + " from "
            + state.path("sourceNode").asText("?")
            + " to "
            + state.path("targetNode").asText("?")
            + ": "
            + status.path("phase").asText("?");
    List<Object> start = List.of("status", "migrationState", "startTimestamp");
    return event(migration, "migrations", "migration", text, start)
        .map(event -> event.until(time(state.path("endTimestamp"))));
  }

  /** An event at the time that stands at a path of an object; empty if none stands there. */
  private static Optional<Event> event(
      Resource object, String lane, String kind, String text, List<Object> path) {
    JsonNode at = object.json();
    for (Object step : path) {
      at = step instanceof Integer index ? at.path(index) : at.path(step.toString());
    }
    return time(at)
        .map(
            time ->
                Event.at(time, lane, kind, text).in(object.paths().get(0), object.lineOf(path)));
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
}
