package mganalyze.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mganalyze.diagnosis.AlertSummary;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.Report.NodeRow;
import mganalyze.diagnosis.Report.Timeline;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Missing;
import mganalyze.finding.ObjectReference;
import mganalyze.finding.Problem;

/** Makes a report of a report with every text in it changed in the same way. */
final class ReportTexts {
  private final UnaryOperator<String> change;

  private ReportTexts(UnaryOperator<String> change) {
    this.change = change;
  }

  static Report changed(Report report, UnaryOperator<String> change) {
    return new ReportTexts(change).report(report);
  }

  private Report report(Report report) {
    return new Report(
        text(report.toolVersion()),
        archive(report.archive()),
        cluster(report.cluster()),
        all(report.runbooks(), this::runbook),
        all(report.ask(), this::missing),
        new Timeline(
            report.timeline().from(),
            report.timeline().to(),
            all(report.timeline().events(), this::event)),
        all(report.nodes(), this::node));
  }

  private Report.ArchiveSummary archive(Report.ArchiveSummary archive) {
    return new Report.ArchiveSummary(
        text(archive.name()),
        text(archive.sha256()),
        archive.bytes(),
        archive.unpackedBytes(),
        archive.entries(),
        archive.complete(),
        archive.gatheredAt(),
        archive.logsSince(),
        all(
            archive.gathers(),
            gather ->
                new Report.GatherSummary(
                    text(gather.path()), text(gather.product()), text(gather.version()))),
        all(archive.otherClusters(), this::text),
        all(
            archive.problems(),
            problem -> new Problem(text(problem.path()), problem.kind(), text(problem.detail()))));
  }

  private Report.ClusterSummary cluster(Report.ClusterSummary cluster) {
    return new Report.ClusterSummary(
        text(cluster.id()),
        text(cluster.openshiftVersion()),
        text(cluster.virtualizationVersion()),
        text(cluster.platform()),
        text(cluster.controlPlaneTopology()),
        cluster.nodes(),
        cluster.runningVms(),
        labels(cluster.componentVersions()),
        text(cluster.installNamespace()));
  }

  private RunbookResult runbook(RunbookResult runbook) {
    return new RunbookResult(
        text(runbook.name()),
        text(runbook.title()),
        text(runbook.component()),
        runbook.severity(),
        runbook.verdict(),
        text(runbook.reason()),
        runbook.alert().map(this::alert),
        all(runbook.findings(), this::finding),
        all(runbook.steps(), this::step),
        all(runbook.missing(), this::missing),
        text(runbook.meaning()),
        text(runbook.impact()),
        text(runbook.mitigation()));
  }

  private AlertSummary alert(AlertSummary alert) {
    return new AlertSummary(
        text(alert.state()),
        text(alert.source()),
        all(
            alert.instances(),
            instance ->
                new AlertSummary.Instance(
                    text(instance.state()), instance.activeAt(), labels(instance.labels()))));
  }

  private Map<String, String> labels(Map<String, String> labels) {
    Map<String, String> changed = new LinkedHashMap<>();
    labels.forEach((name, value) -> changed.put(text(name), text(value)));
    return changed;
  }

  private Finding finding(Finding finding) {
    return new Finding(
        text(finding.id()),
        finding.strength(),
        finding.severity(),
        text(finding.message()),
        finding.object().map(this::object),
        all(finding.evidence(), this::evidence));
  }

  private ObjectReference object(ObjectReference object) {
    return new ObjectReference(
        text(object.apiVersion()),
        text(object.kind()),
        text(object.namespace()),
        text(object.name()));
  }

  private Evidence evidence(Evidence evidence) {
    return new Evidence(
        text(evidence.path()),
        evidence.line(),
        text(evidence.text()),
        all(evidence.before(), this::text),
        all(evidence.after(), this::text));
  }

  private StepResult step(StepResult step) {
    return new StepResult(
        step.number(),
        text(step.title()),
        text(step.command()),
        all(
            step.runs(),
            run ->
                new StepResult.Run(
                    text(run.command()),
                    run.outcome(),
                    text(run.output()),
                    run.truncated(),
                    all(run.sources(), this::text),
                    text(run.detail()))));
  }

  private Missing missing(Missing missing) {
    return new Missing(text(missing.what()), text(missing.collectWith()));
  }

  private Timeline.Event event(Timeline.Event event) {
    return new Timeline.Event(
        event.time(),
        event.end(),
        text(event.lane()),
        text(event.kind()),
        text(event.text()),
        event.count(),
        text(event.path()),
        event.line());
  }

  private NodeRow node(NodeRow node) {
    return new NodeRow(
        text(node.name()),
        node.ready(),
        node.schedulable(),
        text(node.roles()),
        all(
            node.cells(),
            cell ->
                new NodeRow.Cell(
                    text(cell.component()), cell.pods(), cell.readyPods(), cell.restarts())));
  }

  private String text(String text) {
    return change.apply(text);
  }

  private Optional<String> text(Optional<String> text) {
    return text.map(change);
  }

  private static <T> List<T> all(List<T> values, UnaryOperator<T> changing) {
    List<T> changed = new ArrayList<>(values.size());
    for (T value : values) {
      changed.add(changing.apply(value));
    }
    return changed;
  }
}
