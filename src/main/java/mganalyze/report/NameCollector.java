package mganalyze.report;

import java.util.Map;
import mganalyze.diagnosis.AlertSummary;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.ObjectReference;

/**
 * Learns the names of nodes, namespaces and virtual machines from where a report says what they
 * are: its objects, alert labels, paths, node table, and the columns and fields of outputs.
 */
final class NameCollector {

  /** Takes what was learned. */
  interface Learning {
    void node(String name);

    void namespace(String name);

    void machine(String name);
  }

  private final Learning learning;
  private final MachineNames machines;

  NameCollector(Learning learning) {
    this.learning = learning;
    this.machines = new MachineNames(learning::machine);
  }

  void collect(Report report) {
    for (Report.NodeRow node : report.nodes()) {
      learning.node(node.name());
    }
    for (Report.Timeline.Event event : report.timeline().events()) {
      machines.text(event.text());
      if (event.path().isPresent()) {
        path(event.path().get());
      }
    }
    for (RunbookResult runbook : report.runbooks()) {
      machines.text(runbook.reason());
      for (Finding finding : runbook.findings()) {
        machines.text(finding.message());
        if (finding.object().isPresent()) {
          object(finding.object().get());
        }
        for (Evidence evidence : finding.evidence()) {
          path(evidence.path());
          line(evidence.text());
          evidence.before().forEach(this::line);
          evidence.after().forEach(this::line);
        }
      }
      if (runbook.alert().isPresent()) {
        for (AlertSummary.Instance instance : runbook.alert().get().instances()) {
          labels(instance.labels());
        }
      }
      for (StepResult step : runbook.steps()) {
        for (StepResult.Run run : step.runs()) {
          run.sources().forEach(this::path);
          output(run.command(), run.output());
        }
      }
    }
  }

  private void object(ObjectReference object) {
    learning.namespace(object.namespace());
    switch (object.kind()) {
      case "Node" -> learning.node(object.name());
      case "Namespace" -> learning.namespace(object.name());
      case "VirtualMachine", "VirtualMachineInstance" -> learning.machine(object.name());
      default -> {}
    }
  }

  private void labels(Map<String, String> labels) {
    labels.forEach(
        (label, value) -> {
          switch (label) {
            case "node", "nodename" -> learning.node(value);
            case "namespace", "exported_namespace" -> learning.namespace(value);
            case "vm", "vmi", "name", "vm_name" -> learning.machine(value);
            default -> {}
          }
        });
  }

  private void path(String path) {
    machines.text(path);
    folder(path, "namespaces/", true);
    folder(path, "nodes/", false);
  }

  private void folder(String path, String parent, boolean isNamespace) {
    int at = path.indexOf(parent);
    if (at < 0) {
      return;
    }
    int start = at + parent.length();
    int end = path.indexOf('/', start);
    if (isNamespace && end > start) {
      learning.namespace(path.substring(start, end));
    } else if (!isNamespace) {
      String name = path.substring(start, end < 0 ? path.length() : end);
      learning.node(name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name);
    }
  }

  /** The columns of a table, where there is one, and the fields of YAML and JSON. */
  private void output(String command, String output) {
    int firstEnd = output.indexOf('\n');
    String head = output.substring(0, firstEnd < 0 ? output.length() : Math.min(firstEnd, 4000));
    line(head);
    int namespace = column(head, "NAMESPACE");
    int machine = MachineNames.areListedBy(command) ? column(head, "NAME") : -1;
    int node = Math.max(column(head, "NODE"), column(head, "NODENAME"));
    for (int start = firstEnd + 1; firstEnd >= 0 && start < output.length(); ) {
      int next = output.indexOf('\n', start);
      String line = output.substring(start, next < 0 ? output.length() : next);
      if (namespace >= 0) {
        learning.namespace(wordAt(line, namespace));
      }
      if (node >= 0) {
        learning.node(wordAt(line, node));
      }
      if (machine >= 0) {
        learning.machine(wordAt(line, machine));
      }
      line(line);
      start = next < 0 ? output.length() : next + 1;
    }
  }

  private static int column(String head, String title) {
    int at = head.indexOf(title);
    boolean starts = at == 0 || at > 0 && head.charAt(at - 1) == ' ';
    int end = at + title.length();
    return starts && (end == head.length() || head.charAt(end) == ' ') ? at : -1;
  }

  private static String wordAt(String line, int at) {
    if (at >= line.length() || at > 0 && line.charAt(at - 1) != ' ') {
      return "";
    }
    int end = at;
    while (end < line.length() && line.charAt(end) != ' ') {
      end++;
    }
    return line.substring(at, end);
  }

  private void line(String line) {
    machines.text(line);
    machines.line(line);
    learning.namespace(field(line, "namespace"));
    learning.node(field(line, "nodeName"));
  }

  static String field(String line, String name) {
    int at = line.indexOf(name);
    if (at < 0) {
      return "";
    }
    int start = at + name.length();
    while (start < line.length() && "\\\"': =".indexOf(line.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < line.length() && isNamePart(line.charAt(end))) {
      end++;
    }
    return start > at + name.length() ? line.substring(start, end) : "";
  }

  static boolean isNamePart(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c) || c == '-' || c == '.';
  }
}
