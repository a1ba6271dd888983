package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mganalyze.archive.ArchiveFacts;
import mganalyze.finding.Severity;
import mganalyze.finding.Verdict;
import mganalyze.gather.Gather;
import mganalyze.monitoring.Monitoring;
import mganalyze.runbook.Check;
import mganalyze.runbook.Input;
import mganalyze.runbook.Runbook;

/** Runs runbooks against one gather. */
public final class Diagnosis {
  private static final Comparator<RunbookResult> ORDER =
      Comparator.comparing(RunbookResult::verdict)
          .thenComparing(result -> result.severity().map(severity -> -severity.ordinal()).orElse(1))
          .thenComparing(RunbookResult::name);

  private final Gather gather;
  private final ArchiveFacts archive;
  private final Monitoring monitoring;
  private final ComponentVersions versions;
  private final ObjectNode cluster;
  private final LogScan scan = new LogScan();
  private final Inputs inputs;

  public Diagnosis(Gather gather, ArchiveFacts archive) {
    this.gather = gather;
    this.archive = archive;
    this.monitoring = Monitoring.of(gather);
    this.versions = new ComponentVersions(gather.cluster());
    this.cluster = ClusterVariable.of(gather, versions);
    this.inputs = new Inputs(gather, monitoring, scan);
  }

  /** Runs all of them; a runbook that fails by a fault of its own is undetermined and says so. */
  public Report run(Collection<Runbook> runbooks, String toolVersion) {
    List<Planned> planned = plan(runbooks);
    TimelineReader timeline = new TimelineReader(gather, monitoring, scan);
    timeline.plan();
    scan.run();
    List<RunbookResult> results = results(runbooks, planned, Optional.of(new StepRunner(gather)));
    Report.Timeline events = timeline.read();
    List<Report.NodeRow> nodes = NodeMatrix.of(gather);
    // Last, since what cannot be read shows when it is read.
    ReportParts parts = new ReportParts(archive, gather, monitoring);
    return new Report(
        toolVersion,
        parts.archiveSummary(),
        parts.clusterSummary(),
        results,
        Asking.merge(results),
        events,
        nodes);
  }

  /** The verdicts alone, in the order of reports; the runbooks' steps are not run. */
  public List<RunbookResult> judge(Collection<Runbook> runbooks) {
    List<Planned> planned = plan(runbooks);
    scan.run();
    return results(runbooks, planned, Optional.empty());
  }

  /** A runbook whose logs are announced. */
  private record Planned(Runbook runbook, Applicability applicability) {}

  private List<Planned> plan(Collection<Runbook> runbooks) {
    List<Planned> planned = new ArrayList<>();
    for (Runbook runbook : runbooks) {
      Applicability applies = Applicability.of(runbook, gather, versions);
      planned.add(new Planned(runbook, applies));
      if (!(applies instanceof Applicability.Not
          || applies instanceof Applicability.OtherVersion)) {
        for (Check check : runbook.checks()) {
          for (Input input : check.inputs()) {
            inputs.plan(input);
          }
        }
      }
    }
    return planned;
  }

  private List<RunbookResult> results(
      Collection<Runbook> runbooks, List<Planned> planned, Optional<StepRunner> steps) {
    AlertWitnesses alerts = new AlertWitnesses(monitoring, runbooks);
    List<RunbookResult> results =
        new ArrayList<>(
            Workers.map(
                planned,
                one -> {
                  AlertWitness alert = alerts.of(one.runbook());
                  RunbookRun.Judgement judgement = judge(one.runbook(), alert, one.applicability());
                  return result(one.runbook(), alert, judgement, steps);
                }));
    results.sort(ORDER);
    return results;
  }

  private RunbookRun.Judgement judge(
      Runbook runbook, AlertWitness alert, Applicability applicability) {
    try {
      FindingReader reader = new FindingReader(runbook, gather.knownTime(), alert.heldFor());
      return new RunbookRun(runbook, alert.state(), applicability)
          .judge(new CheckRun(inputs, cluster), reader);
    } catch (RuntimeException e) {
      // One runbook's fault must not cost the user the other fifty-four.
      return new RunbookRun.Judgement(
          Verdict.UNDETERMINED,
          "the runbook failed: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
          List.of(),
          List.of());
    }
  }

  private RunbookResult result(
      Runbook runbook,
      AlertWitness alert,
      RunbookRun.Judgement judgement,
      Optional<StepRunner> steps) {
    boolean applies = judgement.verdict() != Verdict.NOT_APPLICABLE;
    List<StepResult> ledger = List.of();
    if (steps.isPresent()) {
      ledger = applies ? steps.get().run(runbook, alert.labels()) : steps.get().notRun(runbook);
    }
    Optional<Severity> severity =
        runbook.severity().isPresent() ? runbook.severity() : alert.severity();
    return new RunbookResult(
        runbook.name(),
        runbook.prose().title(),
        runbook.component(),
        severity,
        judgement.verdict(),
        judgement.reason(),
        Optional.of(alert.summary()),
        judgement.findings(),
        ledger,
        judgement.missing(),
        runbook.prose().meaning(),
        runbook.prose().impact(),
        new Mitigation(runbook, gather).text(judgement.findings()));
  }
}
