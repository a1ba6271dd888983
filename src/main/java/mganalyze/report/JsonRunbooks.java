package mganalyze.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import mganalyze.diagnosis.AlertSummary;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Strength;

/** The {@code runbooks} of a JSON report. */
final class JsonRunbooks {
  private final JsonReport report;
  private final JsonGenerator json;

  JsonRunbooks(JsonReport report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  void write(List<RunbookResult> runbooks) throws IOException {
    json.writeArrayFieldStart("runbooks");
    for (RunbookResult runbook : runbooks) {
      runbook(runbook);
    }
    json.writeEndArray();
  }

  private void runbook(RunbookResult runbook) throws IOException {
    json.writeStartObject();
    report.string("name", runbook.name());
    report.string("component", runbook.component());
    if (runbook.severity().isPresent()) {
      report.string("severity", runbook.severity().get().word());
    }
    report.string("verdict", runbook.verdict().word());
    report.string("reason", runbook.reason());
    if (runbook.alert().isPresent()) {
      alert(runbook.alert().get());
    }
    json.writeArrayFieldStart("findings");
    for (Finding finding : runbook.findings()) {
      finding(finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("steps");
    for (StepResult step : runbook.steps()) {
      step(step);
    }
    json.writeEndArray();
    report.missing("missing", runbook.missing());
    prose("impact", runbook.impact());
    prose("mitigation", runbook.mitigation());
    report.string("title", runbook.title());
    prose("meaning", runbook.meaning());
    json.writeEndObject();
  }

  private void prose(String key, String markdown) throws IOException {
    if (!markdown.isEmpty()) {
      report.string(key, markdown);
    }
  }

  private void alert(AlertSummary alert) throws IOException {
    json.writeObjectFieldStart("alert");
    report.string("state", alert.state());
    report.string("source", alert.source());
    json.writeArrayFieldStart("instances");
    for (AlertSummary.Instance instance : alert.instances()) {
      json.writeStartObject();
      report.string("state", instance.state());
      report.time("activeAt", instance.activeAt());
      report.labels(instance.labels());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void finding(Finding finding) throws IOException {
    json.writeStartObject();
    report.string("id", finding.id());
    boolean cause = finding.strength() == Strength.CAUSE;
    // A cause moves no verdict; scripts that know two strengths read it as the weaker one.
    report.string("strength", (cause ? Strength.SUSPECTED : finding.strength()).word());
    report.string("severity", finding.severity().word());
    report.string("message", finding.message());
    if (finding.object().isPresent()) {
      json.writeFieldName("object");
      report.object(finding.object().get());
    }
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : finding.evidence()) {
      evidence(evidence);
    }
    json.writeEndArray();
    if (cause) {
      json.writeBooleanField("cause", true);
    }
    json.writeEndObject();
  }

  private void evidence(Evidence evidence) throws IOException {
    json.writeStartObject();
    report.string("path", evidence.path());
    json.writeNumberField("line", evidence.line());
    report.string("text", evidence.text());
    if (!evidence.before().isEmpty()) {
      report.strings("before", evidence.before());
    }
    if (!evidence.after().isEmpty()) {
      report.strings("after", evidence.after());
    }
    json.writeEndObject();
  }

  private void step(StepResult step) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", step.number());
    report.string("title", step.title());
    report.string("command", step.command());
    json.writeArrayFieldStart("runs");
    for (StepResult.Run run : step.runs()) {
      json.writeStartObject();
      report.string("command", run.command());
      report.string("outcome", run.outcome().word());
      report.string("output", run.output());
      json.writeBooleanField("truncated", run.truncated());
      report.strings("sources", run.sources());
      report.string("detail", run.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
