package mganalyze.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import mganalyze.finding.Severity;
import mganalyze.finding.Strength;
import mganalyze.finding.Verdict;

/** Made-up reports of the kinds that people get. */
final class SampleReports {
  static final Instant GATHERED = Instant.parse("2024-10-24T13:05:00Z");
  private static final String CNV =
      "must-gather.local.42/registry-redhat-io-container-native-virtualization-cnv-must-gather-rhel9-sha256-5d0a";
  private static final String OCP =
      "must-gather.local.42/quay-io-openshift-release-dev-ocp-v4-0-art-dev-sha256-91c2";
  private static final String MUST_GATHER_CNV =
      "oc adm must-gather --image=registry.redhat.io/container-native-virtualization/cnv-must-gather-rhel9:v4.15.1";

  private static final String[][] NAMES = {
    {"CDINoDefaultStorageClass", "cdi", "warning"},
    {"LowVirtAPICount", "kubevirt", "warning"},
    {"OrphanedVirtualMachineInstances", "kubevirt", "warning"},
    {"NoLeadingVirtOperator", "kubevirt", "critical"},
    {"KubeMacPoolDuplicateMacsFound", "cnao", "warning"},
    {"HPPSharingPoolPathWithOS", "hpp", "warning"},
    {"VMCannotBeEvicted", "kubevirt", "warning"},
    {"VirtHandlerRESTErrorsBurst", "kubevirt", "critical"},
    {"KubeVirtDeprecatedAPIRequested", "kubevirt", "info"},
    {"CDIDataImportCronOutdated", "cdi", "info"},
    {"CDIDataVolumeUnusualRestartCount", "cdi", "warning"},
    {"CDIDefaultStorageClassDegraded", "cdi", "warning"},
    {"CDIMultipleDefaultVirtStorageClasses", "cdi", "warning"},
    {"CDINotReady", "cdi", "warning"},
    {"CDIOperatorDown", "cdi", "warning"},
    {"CDIStorageProfilesIncomplete", "cdi", "info"},
    {"CnaoDown", "cnao", "warning"},
    {"HCOInstallationIncomplete", "hco", "info"},
    {"HPPNotReady", "hpp", "warning"},
    {"HPPOperatorDown", "hpp", "warning"},
    {"KubemacpoolDown", "cnao", "critical"},
    {"KubeVirtComponentExceedsRequestedCPU", "kubevirt", "warning"},
    {"KubeVirtCRModified", "hco", "warning"},
    {"KubeVirtNoAvailableNodesToRunVMs", "kubevirt", "warning"},
    {"KubevirtVmHighMemoryUsage", "kubevirt", "warning"},
    {"KubeVirtVMIExcessiveMigrations", "kubevirt", "warning"},
    {"LowKVMNodesCount", "kubevirt", "warning"},
    {"LowReadyVirtControllersCount", "kubevirt", "warning"},
    {"NetworkAddonsConfigNotReady", "cnao", "warning"},
    {"OutdatedVirtualMachineInstanceWorkloads", "kubevirt", "warning"},
    {"SSPDown", "ssp", "critical"},
    {"SSPFailingToReconcile", "ssp", "critical"},
    {"UnsupportedHCOModification", "hco", "info"},
    {"VirtAPIDown", "kubevirt", "critical"},
    {"VMStorageClassWarning", "ssp", "info"},
  };

  private SampleReports() {}

  /** Nine confirmed, three suspected, a few that cannot be decided. */
  static Report broken() {
    List<RunbookResult> runbooks = new ArrayList<>();
    for (int at = 0; at < NAMES.length; at++) {
      Verdict verdict =
          at < 9
              ? Verdict.CONFIRMED
              : at < 12
                  ? Verdict.SUSPECTED
                  : at < 16
                      ? Verdict.UNDETERMINED
                      : at < 30 ? Verdict.CLEAR : Verdict.NOT_APPLICABLE;
      runbooks.add(runbook(at, verdict));
    }
    return report(
        "case-0123.tar.gz",
        runbooks,
        List.of(
            new Missing(
                "Virtualization resources (CDI, StorageProfiles, DataVolumes)", MUST_GATHER_CNV),
            new Missing(
                "metrics of the last day",
                "oc adm must-gather -- gather_metrics --match='{namespace=\"openshift-cnv\"}'")),
        timeline(),
        nodes(6));
  }

  /** One runbook of each of three verdicts, for reading whole. */
  static Report small() {
    Report broken = broken();
    List<RunbookResult> three =
        List.of(broken.runbooks().get(1), broken.runbooks().get(12), broken.runbooks().get(30));
    return new Report(
        broken.toolVersion(),
        broken.archive(),
        broken.cluster(),
        three,
        broken.ask(),
        new Timeline(
            broken.timeline().from(),
            broken.timeline().to(),
            broken.timeline().events().subList(86, 96)),
        broken.nodes());
  }

  /** All clear, both images. */
  static Report healthy() {
    List<RunbookResult> runbooks = new ArrayList<>();
    for (int at = 0; at < NAMES.length; at++) {
      runbooks.add(runbook(at, at < 30 ? Verdict.CLEAR : Verdict.NOT_APPLICABLE));
    }
    Report.Timeline quiet = new Timeline(Optional.of(GATHERED), Optional.of(GATHERED), List.of());
    return report("healthy.tgz", runbooks, List.of(), quiet, nodes(3));
  }

  /** The cluster image alone: almost nothing can be decided. */
  static Report undetermined() {
    List<RunbookResult> runbooks = new ArrayList<>();
    for (int at = 0; at < NAMES.length; at++) {
      runbooks.add(runbook(at, at < 33 ? Verdict.UNDETERMINED : Verdict.CLEAR));
    }
    Report whole =
        report(
            "must-gather.tar.gz",
            runbooks,
            List.of(new Missing("everything of the virtualization operators", MUST_GATHER_CNV)),
            new Timeline(Optional.empty(), Optional.empty(), List.of()),
            List.of());
    Report.ArchiveSummary archive = whole.archive();
    return new Report(
        whole.toolVersion(),
        new Report.ArchiveSummary(
            archive.name(),
            archive.sha256(),
            archive.bytes(),
            archive.unpackedBytes(),
            archive.entries(),
            false,
            archive.gatheredAt(),
            Optional.empty(),
            archive.gathers().subList(0, 1),
            List.of("must-gather.local.2"),
            List.of(
                new Problem(
                    "", Problem.Kind.TRUNCATED, "unexpected end of the gzip stream after 6 MiB"))),
        new Report.ClusterSummary(
            Optional.of("5f2a4c9e-6e0e-4b1f-9d43-0a8b3c5d7e11"),
            Optional.of("4.15.3"),
            Optional.empty(),
            Optional.of("GCP"),
            Optional.of("HighlyAvailable"),
            Optional.of(6),
            Optional.empty(),
            Map.of(),
            Optional.empty()),
        whole.runbooks(),
        whole.ask(),
        whole.timeline(),
        whole.nodes());
  }

  /** Fifty thousand findings, a flood of events, many nodes, long outputs. */
  static Report huge() {
    return huge(55);
  }

  /** The same of so many runbooks. */
  static Report huge(int count) {
    List<RunbookResult> runbooks = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      int index = at % NAMES.length;
      List<Finding> findings = new ArrayList<>();
      for (int number = 0; number < 50_000 / count + 1; number++) {
        findings.add(finding(index, number));
      }
      StepResult step =
          new StepResult(
              1,
              "List the pods.",
              "oc get pods -A",
              List.of(run("oc get pods -A", "a line of output <&\">\n".repeat(20_000))));
      Verdict verdict = at < 10 ? Verdict.CONFIRMED : Verdict.UNDETERMINED;
      RunbookResult small = runbook(index, verdict);
      runbooks.add(
          new RunbookResult(
              small.name() + at,
              small.title(),
              small.component(),
              small.severity(),
              verdict,
              small.reason(),
              small.alert(),
              findings,
              List.of(step),
              small.missing(),
              small.meaning(),
              small.impact(),
              small.mitigation()));
    }
    List<Timeline.Event> events = new ArrayList<>();
    for (int at = 0; at < 60_000; at++) {
      events.add(
          new Timeline.Event(
              GATHERED.minusSeconds(90_000L - at),
              Optional.empty(),
              "lane-" + at % 60,
              at % 3 == 0 ? "restart" : at % 3 == 1 ? "errors" : "condition",
              "something happened to pod-" + at,
              1 + at % 5,
              Optional.of("namespaces/n/pods/p-" + at + "/log"),
              Optional.of(at + 1)));
    }
    return report(
        "huge.tar",
        runbooks,
        List.of(),
        new Timeline(Optional.of(events.get(0).time()), Optional.of(GATHERED), events),
        nodes(900));
  }

  static Report report(
      String name,
      List<RunbookResult> runbooks,
      List<Missing> ask,
      Timeline timeline,
      List<NodeRow> nodes) {
    return new Report(
        "1.0.0",
        new Report.ArchiveSummary(
            name,
            Optional.of("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            48_211_032,
            512_338_911,
            4954,
            true,
            Optional.of(GATHERED),
            Optional.of(GATHERED.minusSeconds(20_000)),
            List.of(
                new Report.GatherSummary(
                    OCP,
                    Optional.of("openshift/must-gather"),
                    Optional.of("4.15.3-202403251806.p0.g1")),
                new Report.GatherSummary(
                    CNV, Optional.of("kubevirt/must-gather"), Optional.of("4.15.1"))),
            List.of(),
            List.of(
                new Problem(
                    OCP + "/namespaces/openshift-etcd/core/events.yaml",
                    Problem.Kind.NOT_A_RESOURCE,
                    "the file is empty"),
                new Problem(
                    OCP + "/latest", Problem.Kind.LINK_SKIPPED, "a symbolic link, not followed"))),
        new Report.ClusterSummary(
            Optional.of("5f2a4c9e-6e0e-4b1f-9d43-0a8b3c5d7e11"),
            Optional.of("4.15.3"),
            Optional.of("4.15.1"),
            Optional.of("AWS"),
            Optional.of("HighlyAvailable"),
            Optional.of(6),
            Optional.of(42),
            Map.of("kubevirt", "v1.1.1"),
            Optional.of("openshift-cnv")),
        runbooks,
        ask,
        timeline,
        nodes);
  }

  private static RunbookResult runbook(int index, Verdict verdict) {
    String[] names = NAMES[index];
    boolean held = verdict == Verdict.CONFIRMED || verdict == Verdict.SUSPECTED;
    List<Finding> findings = new ArrayList<>();
    if (held) {
      for (int number = 0; number <= index % 3; number++) {
        findings.add(finding(index, number));
      }
      if (index == 1 || index == 2 || index == 7) {
        findings.add(cause());
      }
    }
    return new RunbookResult(
        names[0],
        names[0],
        Optional.of(names[1]),
        Severity.of(names[2]),
        verdict,
        reason(index, verdict),
        alert(index, verdict),
        findings,
        steps(index, verdict),
        verdict == Verdict.UNDETERMINED
            ? List.of(new Missing("StorageClasses and the CDI resource", MUST_GATHER_CNV))
            : List.of(),
        "This alert fires when **no** default storage class is set for virtualization. See the [storage documentation](https://docs.example.com/storage).",
        "Data volumes without an explicit `storageClassName` stay *Pending*, and virtual machines that need them do not start.",
        """
        1. Choose a storage class:

           ```console
           $ oc get storageclass
           ```

        2. Make it the default:

           ```console
           $ oc patch storageclass ocs-storagecluster-ceph-rbd -p '{"metadata": {"annotations":{"storageclass.kubernetes.io/is-default-class":"true"}}}'
           ```

        If that does not help, open a support case and attach this report.
        """);
  }

  private static String reason(int index, Verdict verdict) {
    return switch (verdict) {
      case CONFIRMED ->
          "The alert has been firing since 2024-10-24 11:02 UTC, and "
              + (index % 3 + 1)
              + " of the objects it is about show the condition.";
      case SUSPECTED ->
          "The alert is pending since 2024-10-24 13:01 UTC; its condition has held for less than the five minutes it asks for.";
      case UNDETERMINED -> "What decides it was not gathered: StorageClasses and the CDI resource.";
      case CLEAR -> "All three virt-api pods are ready, and the alert is inactive.";
      case NOT_APPLICABLE ->
          "The hostpath provisioner is not installed: the archive has its CRDs' list, and it has none.";
    };
  }

  private static Optional<AlertSummary> alert(int index, Verdict verdict) {
    String state =
        switch (verdict) {
          case CONFIRMED -> "firing";
          case SUSPECTED -> "pending";
          case CLEAR -> "inactive";
          case NOT_APPLICABLE -> "absent";
          case UNDETERMINED -> "unknown";
        };
    boolean active = verdict == Verdict.CONFIRMED || verdict == Verdict.SUSPECTED;
    return Optional.of(
        new AlertSummary(
            state,
            verdict == Verdict.UNDETERMINED
                ? Optional.empty()
                : Optional.of(OCP + "/monitoring/prometheus/rules.json"),
            active
                ? List.of(
                    new AlertSummary.Instance(
                        state,
                        Optional.of(GATHERED.minusSeconds(7380 - index * 60L)),
                        Map.of(
                            "namespace",
                            "openshift-cnv",
                            "alertname",
                            NAMES[index][0],
                            "severity",
                            NAMES[index][2])))
                : List.of()));
  }

  private static Finding finding(int index, int number) {
    String pod = "virt-api-7d9f8c6b5d-" + (char) ('a' + number % 26) + "x" + number + "k2";
    return new Finding(
        "pod-not-ready",
        number == 0 ? Strength.CONFIRMED : Strength.SUSPECTED,
        Severity.WARNING,
        "Pod "
            + pod
            + " is not ready: container virt-api is waiting, CrashLoopBackOff, 14 restarts.",
        Optional.of(new ObjectReference("v1", "Pod", "openshift-cnv", pod)),
        List.of(
            new Evidence(
                CNV + "/namespaces/openshift-cnv/pods/" + pod + "/" + pod + ".yaml",
                188 + number,
                "      ready: false",
                List.of(
                    "    - containerID: cri-o://3b2b",
                    "      image: registry.redhat.io/container-native-virtualization/virt-api-rhel9",
                    "      name: virt-api"),
                List.of("      restartCount: 14", "      started: false", "      state:")),
            new Evidence(
                CNV
                    + "/namespaces/openshift-cnv/pods/"
                    + pod
                    + "/virt-api/virt-api/logs/previous.log.gz",
                991,
                "2024-10-24T13:02:11.431Z {\"component\":\"virt-api\",\"level\":\"error\",\"msg\":\"failed to list *v1.KubeVirt: Get \\\"https://172.30.0.1:443/apis/kubevirt.io/v1/kubevirts\\\": dial tcp 172.30.0.1:443: connect: connection refused\"}",
                List.of(),
                List.of())));
  }

  private static Finding cause() {
    return new Finding(
        "node-not-ready",
        Strength.CAUSE,
        Severity.WARNING,
        "Node worker-2 has not been ready since 2024-10-24 10:58 UTC (kubelet stopped posting node status).",
        Optional.of(new ObjectReference("v1", "Node", "", "worker-2.cluster.example.com")),
        List.of(
            new Evidence(
                OCP + "/cluster-scoped-resources/core/nodes/worker-2.cluster.example.com.yaml",
                402,
                "    status: Unknown",
                List.of("    reason: NodeStatusUnknown"),
                List.of("    type: Ready"))));
  }

  private static List<StepResult> steps(int index, Verdict verdict) {
    if (verdict == Verdict.NOT_APPLICABLE) {
      return List.of();
    }
    String table =
        """
        NAME                               READY   STATUS             RESTARTS        AGE     IP             NODE                            NOMINATED NODE   READINESS GATES
        virt-api-7d9f8c6b5d-ax0k2          0/1     CrashLoopBackOff   14 (2m ago)     3d4h    10.128.2.17    worker-2.cluster.example.com    <none>           <none>
        virt-api-7d9f8c6b5d-bx1k2          1/1     Running            0               3d4h    10.129.2.31    worker-0.cluster.example.com    <none>           <none>
        """;
    return List.of(
        new StepResult(
            1,
            "Find the namespace of the virtualization operators.",
            "export NAMESPACE=\"$(oc get kubevirt -A -o custom-columns=\"\":.metadata.namespace)\"",
            List.of(
                run(
                    "export NAMESPACE=\"$(oc get kubevirt -A -o custom-columns=\"\":.metadata.namespace)\"",
                    ""))),
        new StepResult(
            2,
            "See whether the virt-api pods run.",
            "oc get pods -n $NAMESPACE -l kubevirt.io=virt-api -o wide",
            List.of(run("oc get pods -n openshift-cnv -l kubevirt.io=virt-api -o wide", table))),
        new StepResult(
            3,
            "Look into their logs.",
            "oc logs -n $NAMESPACE <virt-api>",
            List.of(
                run(
                    "oc logs -n openshift-cnv virt-api-7d9f8c6b5d-ax0k2",
                    "{\"component\":\"virt-api\",\"level\":\"info\"}\n"
                        .repeat(index == 1 ? 400 : 12)),
                new StepResult.Run(
                    "oc logs -n openshift-cnv virt-api-7d9f8c6b5d-bx1k2",
                    StepResult.Outcome.NO_DATA,
                    "",
                    false,
                    List.of(),
                    Optional.of("the archive has no logs of this pod")))),
        new StepResult(
            4,
            "See the node's kubelet.",
            "systemctl status kubelet",
            List.of(
                new StepResult.Run(
                    "systemctl status kubelet",
                    StepResult.Outcome.MANUAL,
                    "",
                    false,
                    List.of(),
                    Optional.of("a command for a shell on the node")))));
  }

  private static StepResult.Run run(String command, String output) {
    return new StepResult.Run(
        command,
        StepResult.Outcome.RAN,
        output,
        output.length() > 100_000,
        List.of(
            CNV + "/namespaces/openshift-cnv/core/pods.yaml",
            CNV + "/namespaces/openshift-cnv/pods/virt-api/virt-api.yaml"),
        Optional.empty());
  }

  private static Timeline timeline() {
    List<Timeline.Event> events = new ArrayList<>();
    String[] lanes = {
      "virt-api",
      "virt-controller",
      "virt-handler",
      "virt-operator",
      "cdi-deployment",
      "worker-2.cluster.example.com",
      "openshift-cnv"
    };
    String[] kinds = {"restart", "leader", "errors", "condition", "kill", "node", "migration"};
    for (int at = 0; at < 90; at++) {
      int lane = at * 3 % lanes.length;
      events.add(
          new Timeline.Event(
              GATHERED.minusSeconds(7200 - at * 77L),
              at % 13 == 0 ? Optional.of(GATHERED.minusSeconds(6700 - at * 70L)) : Optional.empty(),
              lanes[lane],
              kinds[(lane * 2 + at / 5) % kinds.length],
              "container " + lanes[lane] + " changed",
              1 + at % 4,
              Optional.of(
                  CNV
                      + "/namespaces/openshift-cnv/pods/virt-api-7d9f8c6b5d-ax0k2/virt-api-7d9f8c6b5d-ax0k2.yaml"),
              Optional.of(188 + at)));
    }
    for (int at = 0; at < 4; at++) {
      events.add(
          new Timeline.Event(
              GATHERED.minusSeconds(7380 - at * 60L),
              Optional.of(GATHERED),
              "alerts",
              "alert",
              NAMES[at][0] + " is firing",
              1,
              Optional.of(OCP + "/monitoring/prometheus/rules.json"),
              Optional.empty()));
    }
    events.add(
        new Timeline.Event(
            GATHERED.minusSeconds(400),
            Optional.of(GATHERED),
            "gather",
            "gather",
            "gather starts",
            1,
            Optional.empty(),
            Optional.empty()));
    events.add(
        new Timeline.Event(
            GATHERED,
            Optional.empty(),
            "gather",
            "gather",
            "gather ends",
            1,
            Optional.empty(),
            Optional.empty()));
    return new Timeline(Optional.of(GATHERED.minusSeconds(7380)), Optional.of(GATHERED), events);
  }

  private static List<NodeRow> nodes(int count) {
    List<NodeRow> nodes = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      boolean worker = at >= 3 || count == 3;
      boolean down = at == 5;
      List<NodeRow.Cell> cells = new ArrayList<>();
      if (worker) {
        cells.add(new NodeRow.Cell("virt-handler", 1, down ? 0 : 1, down ? 14 : 0));
        cells.add(new NodeRow.Cell("virt-api", at % 2, down ? 0 : at % 2, 0));
        cells.add(new NodeRow.Cell("virt-launcher", 7 + at, 7 + at, 0));
      }
      nodes.add(
          new NodeRow(
              (worker ? "worker-" : "master-")
                  + (worker && count > 3 ? at - 3 : at)
                  + ".cluster.example.com",
              at == 4 ? Optional.empty() : Optional.of(!down),
              at != 4,
              worker ? "worker" : "control-plane,master",
              cells));
    }
    return nodes;
  }
}
