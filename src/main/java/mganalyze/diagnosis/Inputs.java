package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import mganalyze.finding.Missing;
import mganalyze.gather.Gather;
import mganalyze.monitoring.Monitoring;
import mganalyze.runbook.Check;
import mganalyze.runbook.Input;

/** Reads what checks ask for, and says what of it was not gathered. */
final class Inputs {
  private final Gather gather;
  private final ObjectInputs objects;
  private final LogInputs logs;
  private final MonitoringInputs monitoring;

  Inputs(Gather gather, Monitoring monitoring, LogScan scan) {
    this.gather = gather;
    this.objects = new ObjectInputs(gather);
    this.logs = new LogInputs(gather, scan, objects);
    this.monitoring = new MonitoringInputs(gather, monitoring);
  }

  /** Announces what an input will ask for, where that is read ahead. */
  void plan(Input input) {
    if (input instanceof Input.LogLines lines) {
      logs.plan(lines);
    }
  }

  /** Reads an input; the objects that the program is given are marked in {@code sources}. */
  Reading read(Input input, Sources sources) {
    if (input instanceof Input.Objects wanted) {
      return objects.read(wanted, sources);
    }
    if (input instanceof Input.LogLines lines) {
      return logs.read(lines, sources);
    }
    if (input instanceof Input.Targets targets) {
      return monitoring.targets(targets, sources);
    }
    if (input instanceof Input.Samples samples) {
      return monitoring.samples(samples, sources);
    }
    return monitoring.alert((Input.Alert) input);
  }

  /** What a program stumbled over: objects in a form that no cluster gives them. */
  Missing unreadable(Check check) {
    return new Missing(
        "objects in a form that check " + check.id() + " can read", gather.virtualizationCommand());
  }

  /**
   * What a program could not decide without: {@code {"undecided": "what", "gatheredBy":
   * "openshift"}}.
   */
  Missing undecided(JsonNode result) {
    boolean openShift = result.path("gatheredBy").asText().equals("openshift");
    return new Missing(
        result.path("undecided").asText(),
        openShift ? gather.openShiftCommand() : gather.virtualizationCommand());
  }
}
