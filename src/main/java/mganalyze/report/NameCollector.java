package mganalyze.report;

import java.util.Map;
import java.util.function.Consumer;
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
  private final MachineNames machineNames;

  NameCollector(Learning learning) {
    this.learning = learning;
    this.machineNames = new MachineNames(learning::machine);
  }

  void collect(Report report) {
    for (Report.NodeRow node : report.nodes()) {
      learning.node(node.name());
    }
    for (Report.Timeline.Event event : report.timeline().events()) {
      if (event.path().isPresent()) {
        path(event.path().get());
      }
      machineNames.learn(event.text());
    }
    for (RunbookResult runbook : report.runbooks()) {
      machineNames.learn(runbook.reason());
      for (Finding finding : runbook.findings()) {
        if (finding.object().isPresent()) {
          object(finding.object().get());
        }
        machineNames.learn(finding.message());
        for (Evidence evidence : finding.evidence()) {
          evidence(evidence);
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
          command(run.command());
          output(run.output(), MachineNames.areListedBy(run.command()));
        }
      }
    }
  }

  private void evidence(Evidence evidence) {
    path(evidence.path());
    line(evidence.text());
    evidence.before().forEach(this::line);
    evidence.after().forEach(this::line);
  }

  private void line(String line) {
    fields(line);
    machineNames.learn(line);
  }

  private void object(ObjectReference object) {
    learning.namespace(object.namespace());
    switch (object.kind()) {
      case "Node" -> learning.node(object.name());
      case "Namespace" -> learning.namespace(object.name());
      case "VirtualMachine", "VirtualMachineInstance" -> learning.machine(object.name());
      case "Pod" -> machineNames.learn(object.name());
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
    folder(path, "namespaces/", true);
    folder(path, "nodes/", false);
    machineNames.learn(path);
  }

  /** The namespace that a command names. */
  private void command(String command) {
    for (String option : new String[] {" -n ", " --namespace ", " --namespace="}) {
      for (int at = command.indexOf(option); at >= 0; at = command.indexOf(option, at + 1)) {
        int start = at + option.length();
        if (isOfCluster(command, at)) {
          learning.namespace(command.substring(start, nameEnd(command, start)));
        }
      }
    }
  }

  /** Whether the option is one of {@code oc}: to {@code head -n} it is something else. */
  private static boolean isOfCluster(String command, int option) {
    int start = option;
    while (start > 0 && "|;&(\n".indexOf(command.charAt(start - 1)) < 0) {
      start--;
    }
    return command.substring(start, option).strip().startsWith("oc");
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
  private void output(String output, boolean isOfMachines) {
    machineNames.learn(output);
    int firstEnd = output.indexOf('\n');
    String first = firstEnd < 0 ? output : output.substring(0, firstEnd);
    fields(first);
    String head = first.substring(0, Math.min(first.length(), 4000));
    int namespace = column(head, "NAMESPACE");
    int machine = isOfMachines ? column(head, "NAME") : -1;
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
      fields(line);
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

  private void fields(String line) {
    each(line, "namespace", learning::namespace);
    each(line, "system:serviceaccount:", learning::namespace);
    each(line, "nodeName", learning::node);
  }

  private static void each(String line, String name, Consumer<String> learn) {
    for (int at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
      int start = at + name.length();
      boolean isField = line.charAt(start - 1) == ':';
      while (start < line.length() && "\\\"': =".indexOf(line.charAt(start)) >= 0) {
        isField |= line.charAt(start) != ' ';
        start++;
      }
      int end = nameEnd(line, start);
      // Behind a blank alone stands a word of a sentence, unless it looks like a name.
      boolean isApart = start > at + name.length();
      if (end > start && (isField || isApart && hasHyphen(line, start, end))) {
        learn.accept(line.substring(start, end));
      }
    }
  }

  private static boolean hasHyphen(String text, int start, int end) {
    int hyphen = text.indexOf('-', start);
    return hyphen > start && hyphen < end;
  }

  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c) || c == '-' || c == '.';
  }
}
