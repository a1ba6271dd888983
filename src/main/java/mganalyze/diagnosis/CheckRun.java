package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.finding.Finding;
import mganalyze.finding.Missing;
import mganalyze.runbook.Check;
import mganalyze.runbook.CheckProgram;
import mganalyze.runbook.CheckProgram.ProgramFault;
import mganalyze.runbook.Input;

/** Asks one check. */
final class CheckRun {
  private final Inputs inputs;
  private final ObjectNode cluster;

  CheckRun(Inputs inputs, ObjectNode cluster) {
    this.inputs = inputs;
    this.cluster = cluster;
  }

  /**
   * What a check says.
   *
   * @param ran false if an input that it needs whole was not gathered
   * @param missing what was not gathered of inputs that are not optional, and what else its program
   *     could not decide without
   * @param inapplicable why the objects show that the runbook is not about this cluster
   * @param fault why its program failed
   */
  record Answer(
      Check check,
      boolean ran,
      List<Finding> findings,
      List<Missing> missing,
      Optional<String> inapplicable,
      Optional<String> fault) {
    Answer {
      findings = List.copyOf(findings);
      missing = List.copyOf(missing);
    }

    /** Whether an empty answer means that there is nothing. */
    boolean isConclusive() {
      return ran && missing.isEmpty() && fault.isEmpty();
    }
  }

  Answer ask(Check check, FindingReader reader) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    Sources sources = new Sources();
    List<Missing> missing = new ArrayList<>();
    boolean canRun = true;
    for (Input input : check.inputs()) {
      Reading reading = inputs.read(input, sources);
      values.set(input.name(), reading.value());
      if (reading.missing().isEmpty()) {
        continue;
      }
      switch (input.need()) {
        case WHOLE -> {
          missing.addAll(reading.missing());
          canRun = false;
        }
        case SOME -> {
          missing.addAll(reading.missing());
          canRun &= !reading.value().isNull();
        }
        case OPTIONAL -> values.set(input.name(), JsonNodeFactory.instance.nullNode());
        case ANY -> {}
      }
    }
    if (!canRun) {
      return new Answer(check, false, List.of(), missing, Optional.empty(), Optional.empty());
    }
    List<Finding> findings = new ArrayList<>();
    Optional<String> inapplicable = Optional.empty();
    try {
      for (JsonNode result : CheckProgram.of(check).run(values, cluster)) {
        if (result.has("undecided")) {
          missing.add(inputs.undecided(result));
        } else if (result.has("inapplicable")) {
          inapplicable = Optional.of(result.path("inapplicable").asText());
        } else {
          findings.add(reader.read(check, result, sources));
        }
      }
    } catch (ProgramFault e) {
      missing.add(inputs.unreadable(check));
      return new Answer(
          check,
          true,
          findings,
          missing,
          inapplicable,
          Optional.of("check " + check.id() + " failed: " + e.getMessage()));
    }
    return new Answer(check, true, findings, missing, inapplicable, Optional.empty());
  }
}
