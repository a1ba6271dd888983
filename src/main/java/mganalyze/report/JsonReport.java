package mganalyze.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mganalyze.diagnosis.Report;
import mganalyze.finding.Missing;
import mganalyze.finding.ObjectReference;
import mganalyze.finding.Problem;
import mganalyze.finding.Verdict;

/**
 * Writes {@code NAME.report.json}: the keys that scripts rely on, in their fixed order, then what
 * this version adds to each object. Absent facts are left out. The schema is {@code
 * report.schema.json}.
 */
final class JsonReport {
  static final String SCHEMA_VERSION = "1";
  static final String TOOL = "mg-analyze";

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  static void write(Report report, OutputStream out) throws IOException {
    JsonFactory factory = new JsonFactory();
    factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(JsonLayout.indented());
      json.setCharacterEscapes(new InvisibleEscapes());
      new JsonReport(json).report(report);
      json.writeRaw('\n');
    }
  }

  private void report(Report report) throws IOException {
    json.writeStartObject();
    string("schemaVersion", SCHEMA_VERSION);
    json.writeObjectFieldStart("tool");
    string("name", TOOL);
    string("version", report.toolVersion());
    json.writeEndObject();
    archive(report.archive());
    cluster(report.cluster());
    summary(new VerdictCounts(report.runbooks()));
    new JsonRunbooks(this, json).write(report.runbooks());
    missing("ask", report.ask());
    timeline(report.timeline());
    nodes(report.nodes());
    causes(Cause.among(report.runbooks()));
    json.writeEndObject();
  }

  private void archive(Report.ArchiveSummary archive) throws IOException {
    json.writeObjectFieldStart("archive");
    string("name", archive.name());
    string("sha256", archive.sha256());
    json.writeNumberField("bytes", archive.bytes());
    json.writeNumberField("unpackedBytes", archive.unpackedBytes());
    json.writeNumberField("entries", archive.entries());
    json.writeBooleanField("complete", archive.complete());
    time("gatheredAt", archive.gatheredAt());
    time("logsSince", archive.logsSince());
    json.writeArrayFieldStart("gathers");
    for (Report.GatherSummary gather : archive.gathers()) {
      json.writeStartObject();
      string("path", gather.path());
      string("product", gather.product());
      string("version", gather.version());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!archive.otherClusters().isEmpty()) {
      strings("otherClusters", archive.otherClusters());
    }
    json.writeArrayFieldStart("problems");
    for (Problem problem : archive.problems()) {
      json.writeStartObject();
      string("path", problem.path());
      string("problem", problem.kind().word());
      string("detail", problem.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void cluster(Report.ClusterSummary cluster) throws IOException {
    json.writeObjectFieldStart("cluster");
    string("id", cluster.id());
    string("openshiftVersion", cluster.openshiftVersion());
    string("virtualizationVersion", cluster.virtualizationVersion());
    string("platform", cluster.platform());
    string("controlPlaneTopology", cluster.controlPlaneTopology());
    if (cluster.nodes().isPresent()) {
      json.writeNumberField("nodes", cluster.nodes().get());
    }
    if (cluster.runningVms().isPresent()) {
      json.writeNumberField("runningVms", cluster.runningVms().get());
    }
    if (!cluster.componentVersions().isEmpty()) {
      json.writeObjectFieldStart("componentVersions");
      for (Map.Entry<String, String> version : cluster.componentVersions().entrySet()) {
        json.writeStringField(version.getKey(), version.getValue());
      }
      json.writeEndObject();
    }
    string("installNamespace", cluster.installNamespace());
    json.writeEndObject();
  }

  private void summary(VerdictCounts counts) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("confirmed", counts.of(Verdict.CONFIRMED));
    json.writeNumberField("suspected", counts.of(Verdict.SUSPECTED));
    json.writeNumberField("clear", counts.of(Verdict.CLEAR));
    json.writeNumberField("undetermined", counts.of(Verdict.UNDETERMINED));
    json.writeNumberField("notApplicable", counts.of(Verdict.NOT_APPLICABLE));
    json.writeEndObject();
  }

  private void timeline(Report.Timeline timeline) throws IOException {
    json.writeObjectFieldStart("timeline");
    time("from", timeline.from());
    time("to", timeline.to());
    json.writeArrayFieldStart("events");
    for (Report.Timeline.Event event : timeline.events()) {
      json.writeStartObject();
      string("time", Moment.text(event.time()));
      time("end", event.end());
      string("lane", event.lane());
      string("kind", event.kind());
      string("text", event.text());
      json.writeNumberField("count", event.count());
      string("path", event.path());
      if (event.line().isPresent()) {
        json.writeNumberField("line", event.line().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void nodes(List<Report.NodeRow> nodes) throws IOException {
    json.writeArrayFieldStart("nodes");
    for (Report.NodeRow node : nodes) {
      json.writeStartObject();
      string("name", node.name());
      if (node.ready().isPresent()) {
        json.writeBooleanField("ready", node.ready().get());
      }
      json.writeBooleanField("schedulable", node.schedulable());
      string("roles", node.roles());
      json.writeArrayFieldStart("cells");
      for (Report.NodeRow.Cell cell : node.cells()) {
        json.writeStartObject();
        string("component", cell.component());
        json.writeNumberField("pods", cell.pods());
        json.writeNumberField("readyPods", cell.readyPods());
        json.writeNumberField("restarts", cell.restarts());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void causes(List<Cause> causes) throws IOException {
    json.writeArrayFieldStart("causes");
    for (Cause cause : causes) {
      json.writeStartObject();
      string("id", cause.id());
      string("message", cause.message());
      if (cause.object().isPresent()) {
        json.writeFieldName("object");
        object(cause.object().get());
      }
      strings("runbooks", cause.runbooks());
      json.writeArrayFieldStart("objects");
      for (ObjectReference object : cause.objects()) {
        object(object);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void object(ObjectReference object) throws IOException {
    json.writeStartObject();
    string("apiVersion", object.apiVersion());
    string("kind", object.kind());
    if (!object.namespace().isEmpty()) {
      string("namespace", object.namespace());
    }
    string("name", object.name());
    json.writeEndObject();
  }

  void missing(String key, List<Missing> missing) throws IOException {
    json.writeArrayFieldStart(key);
    for (Missing one : missing) {
      json.writeStartObject();
      string("what", one.what());
      string("collectWith", one.collectWith());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void labels(Map<String, String> labels) throws IOException {
    json.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : labels.entrySet()) {
      string(WellFormed.of(label.getKey()), label.getValue());
    }
    json.writeEndObject();
  }

  void strings(String key, List<String> values) throws IOException {
    json.writeArrayFieldStart(key);
    for (String value : values) {
      json.writeString(WellFormed.of(value));
    }
    json.writeEndArray();
  }

  void string(String key, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      string(key, value.get());
    }
  }

  void string(String key, String value) throws IOException {
    json.writeStringField(key, WellFormed.of(value));
  }

  void time(String key, Optional<Instant> time) throws IOException {
    if (time.isPresent()) {
      string(key, Moment.text(time.get()));
    }
  }
}
