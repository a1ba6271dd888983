package mganalyze.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Verdict;

/**
 * One thing that is known about a cluster or its gather, in words for the head of a report.
 *
 * @param warning whether it limits what the report can say
 */
record Fact(String label, String value, boolean warning) {

  /** What cluster it is; what the archive does not tell is said to be unknown where it matters. */
  static List<Fact> ofCluster(Report report) {
    Report.ClusterSummary cluster = report.cluster();
    List<Fact> facts = new ArrayList<>();
    facts.add(known("OpenShift", cluster.openshiftVersion()));
    facts.add(
        lacksVirtualization(report)
            ? plain("Virtualization", "not installed")
            : known("Virtualization", cluster.virtualizationVersion()));
    facts.add(known("Platform", cluster.platform()));
    if (cluster.controlPlaneTopology().isPresent()) {
      facts.add(plain("Topology", cluster.controlPlaneTopology().get()));
    }
    facts.add(counted("Nodes", cluster.nodes()));
    facts.add(counted("VMs running", cluster.runningVms()));
    facts.add(known("Cluster ID", cluster.id()));
    return facts;
  }

  /**
   * Whether it is proven that there is no OpenShift Virtualization: no version of any part of it is
   * known, and no runbook of KubeVirt applies.
   */
  private static boolean lacksVirtualization(Report report) {
    Report.ClusterSummary cluster = report.cluster();
    if (cluster.virtualizationVersion().isPresent() || !cluster.componentVersions().isEmpty()) {
      return false;
    }
    boolean isAsked = false;
    for (RunbookResult runbook : report.runbooks()) {
      if (runbook.component().equals(Optional.of("kubevirt"))) {
        if (runbook.verdict() != Verdict.NOT_APPLICABLE) {
          return false;
        }
        isAsked = true;
      }
    }
    return isAsked;
  }

  /** When and how completely the archive was gathered. */
  static List<Fact> ofGather(Report.ArchiveSummary archive) {
    List<Fact> facts = new ArrayList<>();
    Optional<Instant> time = archive.gatheredAt();
    facts.add(
        new Fact(
            "Gathered",
            time.isPresent() ? Moment.plain(time.get()) + " UTC" : "at an unknown time",
            time.isEmpty()));
    facts.add(logs(archive.logsSince()));
    facts.add(images(archive.gathers()));
    if (!archive.otherClusters().isEmpty()) {
      String folders = count(archive.otherClusters().size(), "folder");
      facts.add(new Fact("Other clusters", folders + " left out, see the notes", true));
    }
    facts.add(completeness(archive));
    return facts;
  }

  private static Fact logs(Optional<Instant> since) {
    return since.isPresent()
        ? plain("Logs since", Moment.plain(since.get()) + " UTC")
        : new Fact("Logs since", "no log of virtualization has a time", true);
  }

  private static Fact images(List<Report.GatherSummary> gathers) {
    boolean cluster = has(gathers, "openshift/must-gather");
    boolean virtualization = has(gathers, "kubevirt/must-gather");
    if (cluster && virtualization) {
      return plain("Images", "both, cluster and virtualization");
    }
    if (cluster) {
      return new Fact("Images", "cluster only, the virtualization image is missing", true);
    }
    if (virtualization) {
      return new Fact("Images", "virtualization only, the cluster image is missing", true);
    }
    return new Fact("Images", gathers.isEmpty() ? "none recognized" : "not told by version", true);
  }

  private static boolean has(List<Report.GatherSummary> gathers, String product) {
    for (Report.GatherSummary gather : gathers) {
      if (product.equals(gather.product().orElse(""))) {
        return true;
      }
    }
    return false;
  }

  private static Fact completeness(Report.ArchiveSummary archive) {
    int problems = archive.problems().size();
    if (!archive.complete()) {
      return new Fact("Archive", "incomplete, damaged or cut short", true);
    }
    return plain("Archive", problems == 0 ? "complete" : "complete, " + count(problems, "note"));
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static Fact counted(String label, Optional<Integer> value) {
    return plain(label, value.isPresent() ? String.valueOf(value.get()) : "unknown");
  }

  private static Fact known(String label, Optional<String> value) {
    return plain(label, value.orElse("unknown"));
  }

  private static Fact plain(String label, String value) {
    return new Fact(label, value, false);
  }
}
