package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import mganalyze.archive.ArchiveFacts;
import mganalyze.finding.Problem;
import mganalyze.finding.Severity;
import mganalyze.finding.Verdict;
import mganalyze.gather.ClusterFacts;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherRoot;
import mganalyze.monitoring.AlertRule;
import mganalyze.monitoring.AlertState;
import mganalyze.monitoring.Monitoring;
import mganalyze.runbook.Check;
import mganalyze.runbook.Input;
import mganalyze.runbook.Runbook;

/** Runs runbooks against one gather. */
public final class Diagnosis {
  /**
   * Short names of components, and what their alerts carry in the label {@code
   * kubernetes_operator_component}.
   */
  private static final Map<String, String> OPERATORS =
      Map.of(
          "cdi", "containerized-data-importer",
          "hco", "hyperconverged-cluster-operator",
          "hpp", "hostpath-provisioner-operator",
          "network", "cluster-network-addons-operator",
          "ssp", "ssp-operator",
          "kubevirt", "kubevirt");

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
    this.cluster = cluster();
    this.inputs = new Inputs(gather, monitoring, scan);
  }

  /** What checks find in {@code $cluster}. */
  private ObjectNode cluster() {
    ClusterFacts facts = gather.cluster();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    put(node, "openshiftVersion", facts.openshiftVersion());
    put(node, "virtualizationVersion", facts.virtualizationVersion());
    put(node, "platform", facts.platform());
    put(node, "controlPlaneTopology", facts.controlPlaneTopology());
    put(node, "installNamespace", facts.installNamespace());
    if (facts.nodes().isPresent()) {
      node.put("nodes", facts.nodes().get());
    }
    if (gather.knownTime().isPresent()) {
      Instant time = gather.knownTime().get();
      node.put("gatheredAt", time.truncatedTo(ChronoUnit.SECONDS).toString());
      node.put("gatheredAtSeconds", time.getEpochSecond());
    }
    ObjectNode components = node.putObject("versions");
    for (Map.Entry<String, String> version : versions.all().entrySet()) {
      components.put(version.getKey(), version.getValue());
    }
    return node;
  }

  private static void put(ObjectNode node, String key, Optional<String> value) {
    if (value.isPresent()) {
      node.put(key, value.get());
    }
  }

  /** Runs all of them; a runbook that fails by a fault of its own is undetermined and says so. */
  public Report run(Collection<Runbook> runbooks, String toolVersion) {
    Map<String, Applicability> applicability = plan(runbooks);
    TimelineReader timeline = new TimelineReader(gather, monitoring, scan);
    timeline.plan();
    scan.run();
    List<RunbookResult> results =
        results(runbooks, applicability, Optional.of(new StepRunner(gather)));
    return report(results, timeline.read(), toolVersion);
  }

  /** The verdicts alone, in the order of reports; the runbooks' steps are not run. */
  public List<RunbookResult> judge(Collection<Runbook> runbooks) {
    Map<String, Applicability> applicability = plan(runbooks);
    scan.run();
    return results(runbooks, applicability, Optional.empty());
  }

  private Map<String, Applicability> plan(Collection<Runbook> runbooks) {
    Map<String, Applicability> applicability = new HashMap<>();
    for (Runbook runbook : runbooks) {
      Applicability applies = Applicability.of(runbook, gather, versions);
      applicability.put(runbook.name(), applies);
      if (!(applies instanceof Applicability.Not
          || applies instanceof Applicability.OtherVersion)) {
        plan(runbook);
      }
    }
    return applicability;
  }

  private List<RunbookResult> results(
      Collection<Runbook> runbooks,
      Map<String, Applicability> applicability,
      Optional<StepRunner> steps) {
    Map<String, Set<String>> siblings = siblings(runbooks);
    List<RunbookResult> results =
        new ArrayList<>(
            Workers.map(
                runbooks,
                runbook ->
                    runOne(
                        runbook,
                        alert(runbook, siblings),
                        applicability.get(runbook.name()),
                        steps)));
    results.sort(ORDER);
    return results;
  }

  private void plan(Runbook runbook) {
    for (Check check : runbook.checks()) {
      for (Input input : check.inputs()) {
        if (input instanceof Input.LogLines lines) {
          inputs.plan(lines);
        }
      }
    }
  }

  /**
   * The alerts of each component's runbooks: where one is in a rules dump, the others would be,
   * too.
   */
  private static Map<String, Set<String>> siblings(Collection<Runbook> runbooks) {
    Map<String, Set<String>> siblings = new HashMap<>();
    for (Runbook runbook : runbooks) {
      if (runbook.component().isPresent()) {
        siblings
            .computeIfAbsent(runbook.component().get(), k -> new HashSet<>())
            .add(runbook.name());
      }
    }
    return siblings;
  }

  private AlertState alert(Runbook runbook, Map<String, Set<String>> siblings) {
    List<String> names = new ArrayList<>();
    names.add(runbook.name());
    names.addAll(runbook.aliases());
    String component = runbook.component().orElse("");
    return monitoring.alert(
        names,
        OPERATORS.getOrDefault(component, component),
        siblings.getOrDefault(component, Set.of()));
  }

  private RunbookResult runOne(
      Runbook runbook, AlertState alert, Applicability applicability, Optional<StepRunner> steps) {
    RunbookRun.Judgement judgement;
    try {
      FindingReader reader = new FindingReader(runbook, gather.knownTime(), ruleFor(alert));
      judgement =
          new RunbookRun(runbook, alert, applicability)
              .judge(new CheckRun(inputs, cluster), reader);
    } catch (RuntimeException e) {
      // One runbook's fault must not cost the user the other fifty-four.
      judgement =
          new RunbookRun.Judgement(
              Verdict.UNDETERMINED,
              "the runbook failed: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
              List.of(),
              List.of());
    }
    boolean applies = judgement.verdict() != Verdict.NOT_APPLICABLE;
    List<StepResult> ledger = List.of();
    if (steps.isPresent()) {
      ledger = applies ? steps.get().run(runbook, labels(alert)) : steps.get().notRun(runbook);
    }
    return new RunbookResult(
        runbook.name(),
        runbook.prose().title(),
        runbook.component(),
        severity(runbook, alert),
        judgement.verdict(),
        judgement.reason(),
        Optional.of(summary(alert)),
        judgement.findings(),
        ledger,
        judgement.missing(),
        runbook.prose().meaning(),
        runbook.prose().impact(),
        new Mitigation(runbook, gather).text(judgement.findings()));
  }

  private static List<Map<String, String>> labels(AlertState alert) {
    List<Map<String, String>> labels = new ArrayList<>();
    if (alert instanceof AlertState.Known known) {
      for (AlertRule.Instance instance : known.rule().instances()) {
        labels.add(instance.labels());
      }
    }
    return labels;
  }

  /** The cluster's own rule says how long the condition must hold, where it was gathered. */
  private static OptionalLong ruleFor(AlertState alert) {
    return alert instanceof AlertState.Known known && known.rule().forSeconds() > 0
        ? OptionalLong.of((long) known.rule().forSeconds())
        : OptionalLong.empty();
  }

  private static Optional<Severity> severity(Runbook runbook, AlertState alert) {
    return runbook.severity().isEmpty() && alert instanceof AlertState.Known known
        ? Severity.of(known.rule().labels().getOrDefault("severity", ""))
        : runbook.severity();
  }

  private static AlertSummary summary(AlertState alert) {
    List<AlertSummary.Instance> instances = new ArrayList<>();
    if (alert instanceof AlertState.Known known) {
      for (AlertRule.Instance instance : known.rule().instances()) {
        instances.add(
            new AlertSummary.Instance(
                instance.state().name().toLowerCase(Locale.ROOT),
                instance.activeAt(),
                instance.labels()));
      }
    }
    return new AlertSummary(alert.word(), alert.dump(), instances);
  }

  private static final Comparator<RunbookResult> ORDER =
      Comparator.comparing(RunbookResult::verdict)
          .thenComparing(result -> result.severity().map(severity -> -severity.ordinal()).orElse(1))
          .thenComparing(RunbookResult::name);

  private Report report(List<RunbookResult> results, Report.Timeline timeline, String toolVersion) {
    ClusterFacts facts = gather.cluster();
    return new Report(
        toolVersion,
        new Report.ArchiveSummary(
            archive.name(),
            archive.sha256(),
            archive.bytes(),
            archive.unpackedBytes(),
            archive.entries(),
            archive.complete(),
            gather.knownTime().map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
            logsSince(),
            roots(),
            problems()),
        new Report.ClusterSummary(
            facts.id(),
            facts.openshiftVersion(),
            facts.virtualizationVersion(),
            facts.platform(),
            facts.controlPlaneTopology(),
            facts.nodes(),
            facts.runningVms(),
            facts.componentVersions(),
            facts.installNamespace()),
        results,
        Asking.merge(results),
        timeline,
        NodeMatrix.of(gather));
  }

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

  private List<Report.GatherSummary> roots() {
    List<Report.GatherSummary> summaries = new ArrayList<>();
    for (GatherRoot root : gather.roots()) {
      summaries.add(new Report.GatherSummary(root.path(), root.product(), root.version()));
    }
    return summaries;
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(archive.problems());
    problems.addAll(gather.problems());
    problems.addAll(monitoring.problems());
    return problems;
  }
}
