package mganalyze.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Problem;
import mganalyze.finding.Severity;
import mganalyze.finding.Strength;
import mganalyze.finding.Verdict;

/**
 * Writes SARIF 2.1.0: a rule and a result for each runbook. The verdict is the result's kind; the
 * places are those of its findings' evidence, as addresses relative to the archive.
 */
final class SarifReport {
  private static final int LOCATION_LIMIT = 100;
  private static final String BASE = "ARCHIVE";

  private final JsonGenerator json;

  private SarifReport(JsonGenerator json) {
    this.json = json;
  }

  static void write(Report report, OutputStream out) throws IOException {
    JsonFactory factory = new JsonFactory();
    factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(JsonLayout.indented());
      json.setCharacterEscapes(new InvisibleEscapes());
      new SarifReport(json).log(report);
      json.writeRaw('\n');
    }
  }

  private void log(Report report) throws IOException {
    json.writeStartObject();
    string("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    string("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool(report);
    invocation(report.archive());
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(BASE);
    text("description", "the archive " + report.archive().name());
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("results");
    int rule = 0;
    for (RunbookResult runbook : report.runbooks()) {
      result(runbook, rule++);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool(Report report) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    string("name", JsonReport.TOOL);
    string("version", report.toolVersion());
    json.writeArrayFieldStart("rules");
    for (RunbookResult runbook : report.runbooks()) {
      json.writeStartObject();
      string("id", runbook.name());
      text("shortDescription", runbook.title().isEmpty() ? runbook.name() : runbook.title());
      json.writeObjectFieldStart("defaultConfiguration");
      string("level", level(runbook));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation(Report.ArchiveSummary archive) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    if (!archive.problems().isEmpty()) {
      json.writeArrayFieldStart("toolExecutionNotifications");
      for (Problem problem : archive.problems()) {
        json.writeStartObject();
        string("level", problem.kind().makesIncomplete() ? "warning" : "note");
        text("message", problem.kind().word() + ": " + problem.path() + ": " + problem.detail());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void result(RunbookResult runbook, int rule) throws IOException {
    json.writeStartObject();
    string("ruleId", runbook.name());
    json.writeNumberField("ruleIndex", rule);
    string("kind", kind(runbook.verdict()));
    string("level", runbook.verdict() == Verdict.CONFIRMED ? level(runbook) : "none");
    text("message", runbook.reason());
    json.writeArrayFieldStart("locations");
    int left = LOCATION_LIMIT;
    for (Finding finding : runbook.findings()) {
      if (finding.strength() != Strength.CAUSE) {
        left = locations(finding, left);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String kind(Verdict verdict) {
    return switch (verdict) {
      case CONFIRMED -> "fail";
      case SUSPECTED -> "review";
      case UNDETERMINED -> "open";
      case CLEAR -> "pass";
      case NOT_APPLICABLE -> "notApplicable";
    };
  }

  private static String level(RunbookResult runbook) {
    return switch (runbook.severity().orElse(Severity.WARNING)) {
      case CRITICAL -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private int locations(Finding finding, int limit) throws IOException {
    List<Evidence> shown =
        finding.evidence().subList(0, Math.min(limit, finding.evidence().size()));
    for (Evidence evidence : shown) {
      json.writeStartObject();
      json.writeObjectFieldStart("physicalLocation");
      json.writeObjectFieldStart("artifactLocation");
      string("uri", address(evidence.path()));
      string("uriBaseId", BASE);
      json.writeEndObject();
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", Math.max(1, evidence.line()));
      text("snippet", evidence.text());
      json.writeEndObject();
      json.writeEndObject();
      text("message", finding.message());
      json.writeEndObject();
    }
    return limit - shown.size();
  }

  /** A path as a relative address: whatever is in it, it stays a path. */
  static String address(String path) {
    StringBuilder address = new StringBuilder();
    for (byte octet : WellFormed.of(path).getBytes(StandardCharsets.UTF_8)) {
      boolean kept =
          octet > 0
              && (Character.isLetterOrDigit(octet) || "-._~!/".indexOf(octet) >= 0)
              // Two slashes at the front would make the first folder a host.
              && !(octet == '/' && address.length() == 0);
      if (kept) {
        address.append((char) octet);
      } else {
        address.append('%').append(Integer.toHexString(0x100 | octet & 0xFF).substring(1));
      }
    }
    return address.toString();
  }

  private void text(String key, String words) throws IOException {
    json.writeObjectFieldStart(key);
    string("text", words);
    json.writeEndObject();
  }

  private void string(String key, String value) throws IOException {
    json.writeStringField(key, WellFormed.of(value));
  }
}
