package mganalyze.report;

import java.util.Optional;
import mganalyze.diagnosis.AlertSummary;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Severity;
import mganalyze.finding.Strength;
import mganalyze.finding.Verdict;

/** Reads one of a saved report's {@code runbooks}. */
final class RunbookReader {
  private RunbookReader() {}

  static RunbookResult runbook(JsonPlace runbook) throws NoReportException {
    String name = runbook.string("name");
    return new RunbookResult(
        name,
        runbook.stringOr("title", name),
        runbook.optionalString("component"),
        runbook.has("severity") ? Optional.of(severity(runbook)) : Optional.empty(),
        verdict(runbook),
        runbook.string("reason"),
        runbook.optional("alert", RunbookReader::alert),
        runbook.list("findings", RunbookReader::finding),
        runbook.list("steps", RunbookReader::step),
        runbook.list("missing", ReportReader::missing),
        runbook.stringOr("meaning", ""),
        runbook.stringOr("impact", ""),
        runbook.stringOr("mitigation", ""));
  }

  private static Verdict verdict(JsonPlace runbook) throws NoReportException {
    String word = runbook.string("verdict");
    for (Verdict verdict : Verdict.values()) {
      if (verdict.word().equals(word)) {
        return verdict;
      }
    }
    throw runbook.at("verdict").wrong("no such verdict: " + JsonPlace.quoted(word));
  }

  private static Severity severity(JsonPlace place) throws NoReportException {
    String word = place.string("severity");
    Optional<Severity> severity = Severity.of(word);
    if (severity.isEmpty()) {
      throw place.at("severity").wrong("no such severity: " + JsonPlace.quoted(word));
    }
    return severity.get();
  }

  private static AlertSummary alert(JsonPlace alert) throws NoReportException {
    return new AlertSummary(
        alert.string("state"),
        alert.optionalString("source"),
        alert.list(
            "instances",
            instance ->
                new AlertSummary.Instance(
                    instance.string("state"),
                    instance.optionalTime("activeAt"),
                    instance.texts("labels"))));
  }

  private static Finding finding(JsonPlace finding) throws NoReportException {
    return new Finding(
        finding.string("id"),
        strength(finding),
        severity(finding),
        finding.string("message"),
        finding.optional("object", ReportReader::object),
        finding.list(
            "evidence",
            evidence ->
                new Evidence(
                    evidence.string("path"),
                    evidence.integer("line"),
                    evidence.string("text"),
                    evidence.optionalList("before", JsonPlace::string),
                    evidence.optionalList("after", JsonPlace::string))));
  }

  private static Strength strength(JsonPlace finding) throws NoReportException {
    if (finding.has("cause") && finding.bool("cause")) {
      return Strength.CAUSE;
    }
    String word = finding.string("strength");
    Optional<Strength> strength = Strength.of(word);
    if (strength.isEmpty()) {
      throw finding.at("strength").wrong("no such strength: " + JsonPlace.quoted(word));
    }
    return strength.get();
  }

  private static StepResult step(JsonPlace step) throws NoReportException {
    return new StepResult(
        step.integer("number"),
        step.string("title"),
        step.string("command"),
        step.list("runs", RunbookReader::run));
  }

  private static StepResult.Run run(JsonPlace run) throws NoReportException {
    String word = run.string("outcome");
    for (StepResult.Outcome outcome : StepResult.Outcome.values()) {
      if (outcome.word().equals(word)) {
        return new StepResult.Run(
            run.string("command"),
            outcome,
            run.string("output"),
            run.bool("truncated"),
            run.list("sources", JsonPlace::string),
            run.optionalString("detail"));
      }
    }
    throw run.at("outcome").wrong("no such outcome: " + JsonPlace.quoted(word));
  }
}
