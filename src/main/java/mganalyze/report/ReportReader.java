package mganalyze.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mganalyze.diagnosis.Report;
import mganalyze.finding.Missing;
import mganalyze.finding.ObjectReference;
import mganalyze.finding.Problem;

/**
 * Reads a saved {@code NAME.report.json} back. What is written of the result is the same bytes as
 * the first time. Keys that this version does not know are passed over: a newer version may have
 * added them.
 */
public final class ReportReader {
  private ReportReader() {}

  /**
   * The report that the stream holds.
   *
   * @throws NoReportException if it holds something else; the message says where and why
   */
  public static Report read(InputStream in) throws IOException, NoReportException {
    JsonNode root;
    try {
      root = new JsonMapper().readTree(in);
    } catch (JsonProcessingException e) {
      throw new NoReportException("not JSON: " + where(e) + VisibleText.line(cause(e), 200));
    }
    if (!root.isObject() || !root.has("schemaVersion")) {
      throw new NoReportException("not a report: no schemaVersion at its top");
    }
    JsonPlace report = new JsonPlace("", root);
    String version = report.string("schemaVersion");
    if (!version.equals(JsonReport.SCHEMA_VERSION)) {
      throw report
          .at("schemaVersion")
          .wrong(JsonPlace.quoted(version) + " is not known here, only \"1\"");
    }
    return report(report);
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : "line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ": ";
  }

  private static String cause(JsonProcessingException e) {
    return e.getOriginalMessage() == null ? "unreadable" : e.getOriginalMessage();
  }

  private static Report report(JsonPlace report) throws NoReportException {
    return new Report(
        report.at("tool").string("version"),
        archive(report.at("archive")),
        cluster(report.at("cluster")),
        report.list("runbooks", RunbookReader::runbook),
        report.optionalList("ask", ReportReader::missing),
        report
            .optional("timeline", ReportReader::timeline)
            .orElse(new Report.Timeline(Optional.empty(), Optional.empty(), List.of())),
        report.optionalList("nodes", ReportReader::node));
  }

  private static Report.ArchiveSummary archive(JsonPlace archive) throws NoReportException {
    return new Report.ArchiveSummary(
        archive.string("name"),
        archive.optionalString("sha256"),
        archive.number("bytes"),
        archive.number("unpackedBytes"),
        archive.number("entries"),
        archive.bool("complete"),
        archive.optionalTime("gatheredAt"),
        archive.optionalTime("logsSince"),
        archive.list(
            "gathers",
            gather ->
                new Report.GatherSummary(
                    gather.string("path"),
                    gather.optionalString("product"),
                    gather.optionalString("version"))),
        archive.optionalList("otherClusters", JsonPlace::string),
        archive.list("problems", ReportReader::problem));
  }

  private static Problem problem(JsonPlace problem) throws NoReportException {
    String word = problem.string("problem");
    for (Problem.Kind kind : Problem.Kind.values()) {
      if (kind.word().equals(word)) {
        return new Problem(problem.string("path"), kind, problem.string("detail"));
      }
    }
    throw problem.at("problem").wrong("no such problem: " + JsonPlace.quoted(word));
  }

  private static Report.ClusterSummary cluster(JsonPlace cluster) throws NoReportException {
    return new Report.ClusterSummary(
        cluster.optionalString("id"),
        cluster.optionalString("openshiftVersion"),
        cluster.optionalString("virtualizationVersion"),
        cluster.optionalString("platform"),
        cluster.optionalString("controlPlaneTopology"),
        cluster.optionalInteger("nodes"),
        cluster.optionalInteger("runningVms"),
        cluster.has("componentVersions") ? cluster.texts("componentVersions") : Map.of(),
        cluster.optionalString("installNamespace"));
  }

  static Missing missing(JsonPlace missing) throws NoReportException {
    return new Missing(missing.string("what"), missing.string("collectWith"));
  }

  static ObjectReference object(JsonPlace object) throws NoReportException {
    return new ObjectReference(
        object.string("apiVersion"),
        object.string("kind"),
        object.stringOr("namespace", ""),
        object.string("name"));
  }

  private static Report.Timeline timeline(JsonPlace timeline) throws NoReportException {
    return new Report.Timeline(
        timeline.optionalTime("from"),
        timeline.optionalTime("to"),
        timeline.list(
            "events",
            event ->
                new Report.Timeline.Event(
                    event.time("time"),
                    event.optionalTime("end"),
                    event.string("lane"),
                    event.string("kind"),
                    event.string("text"),
                    event.integer("count"),
                    event.optionalString("path"),
                    event.optionalInteger("line"))));
  }

  private static Report.NodeRow node(JsonPlace node) throws NoReportException {
    return new Report.NodeRow(
        node.string("name"),
        node.has("ready") ? Optional.of(node.bool("ready")) : Optional.empty(),
        node.bool("schedulable"),
        node.string("roles"),
        node.list(
            "cells",
            cell ->
                new Report.NodeRow.Cell(
                    cell.string("component"),
                    cell.integer("pods"),
                    cell.integer("readyPods"),
                    cell.integer("restarts"))));
  }
}
