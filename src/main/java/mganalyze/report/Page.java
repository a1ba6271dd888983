package mganalyze.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mganalyze.diagnosis.AlertSummary;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Finding;

/** What the parts of one HTML page share. */
final class Page {
  private static final int NAMESPACE_LIMIT = 300;

  private final Report report;
  private final Anchors anchors;
  private final ArchiveCommand archiveCommand;
  private final TimelineMarks marks;
  private final Prose prose = new Prose();
  private final List<String> components;
  private final List<String> namespaces;

  Page(Report report) {
    this.report = report;
    this.anchors = new Anchors(report.runbooks());
    this.archiveCommand = new ArchiveCommand(report.archive());
    this.marks = new TimelineMarks(report.timeline());
    Set<String> componentNames = new TreeSet<>();
    Set<String> namespaceNames = new TreeSet<>();
    for (RunbookResult runbook : report.runbooks()) {
      if (runbook.component().isPresent()) {
        componentNames.add(runbook.component().get());
      }
      namespaceNames.addAll(namespacesOf(runbook));
    }
    this.components = List.copyOf(componentNames);
    List<String> names = new ArrayList<>(namespaceNames);
    this.namespaces = List.copyOf(names.subList(0, Math.min(NAMESPACE_LIMIT, names.size())));
  }

  Report report() {
    return report;
  }

  Anchors anchors() {
    return anchors;
  }

  ArchiveCommand archiveCommand() {
    return archiveCommand;
  }

  TimelineMarks marks() {
    return marks;
  }

  Prose prose() {
    return prose;
  }

  /** The components to filter by; attributes of the page name them by their number. */
  List<String> components() {
    return components;
  }

  /** The namespaces to filter by; attributes of the page name them by their number. */
  List<String> namespaces() {
    return namespaces;
  }

  /** The numbers of the namespaces that a runbook's findings and alerts are about. */
  String namespaceNumbers(RunbookResult runbook) {
    List<String> numbers = new ArrayList<>();
    for (String namespace : namespacesOf(runbook)) {
      int number = namespaces.indexOf(namespace);
      if (number >= 0) {
        numbers.add(String.valueOf(number));
      }
    }
    return String.join(" ", numbers);
  }

  private static Set<String> namespacesOf(RunbookResult runbook) {
    Set<String> names = new TreeSet<>();
    for (Finding finding : runbook.findings()) {
      if (finding.object().isPresent()) {
        names.add(finding.object().get().namespace());
      }
    }
    if (runbook.alert().isPresent()) {
      for (AlertSummary.Instance instance : runbook.alert().get().instances()) {
        names.add(instance.labels().getOrDefault("namespace", ""));
      }
    }
    names.remove("");
    return names;
  }
}
