package mganalyze.diagnosis;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.archive.ArchiveFacts;
import mganalyze.finding.Problem;
import mganalyze.finding.SecretMask;
import mganalyze.gather.ClusterFacts;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherRoot;
import mganalyze.monitoring.Monitoring;

/** What a report says of the archive and the cluster, whatever the runbooks are. */
record ReportParts(ArchiveFacts archive, Gather gather, Monitoring monitoring) {
  Report.ArchiveSummary archiveSummary() {
    return new Report.ArchiveSummary(
        archive.name(),
        archive.sha256(),
        archive.bytes(),
        archive.unpackedBytes(),
        archive.entries(),
        archive.complete(),
        gather.knownTime().map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
        logsSince(),
        gathers(),
        gather.otherClusters(),
        problems());
  }

  /** How far back the logs of OpenShift Virtualization's namespace reach, or all logs. */
  private Optional<Instant> logsSince() {
    Optional<String> own = gather.cluster().installNamespace();
    Instant oldest = null;
    for (String namespace : own.isPresent() ? List.of(own.get()) : gather.logs().namespaces()) {
      Instant start = gather.logs().start(namespace).orElse(null);
      if (start != null && (oldest == null || start.isBefore(oldest))) {
        oldest = start;
      }
    }
    return oldest == null ? Optional.empty() : Optional.of(oldest.truncatedTo(ChronoUnit.SECONDS));
  }

  private List<Report.GatherSummary> gathers() {
    List<Report.GatherSummary> summaries = new ArrayList<>();
    for (GatherRoot root : gather.roots()) {
      summaries.add(
          new Report.GatherSummary(
              root.path(),
              root.product().map(SecretMask::mask),
              root.version().map(SecretMask::mask)));
    }
    return summaries;
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(archive.problems());
    problems.addAll(gather.problems());
    problems.addAll(monitoring.problems());
    return problems;
  }

  Report.ClusterSummary clusterSummary() {
    ClusterFacts facts = gather.cluster();
    return new Report.ClusterSummary(
        facts.id(),
        facts.openshiftVersion(),
        facts.virtualizationVersion(),
        facts.platform(),
        facts.controlPlaneTopology(),
        facts.nodes(),
        facts.runningVms(),
        facts.componentVersions(),
        facts.installNamespace());
  }
}
