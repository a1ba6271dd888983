package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.diagnosis.Placeholders.Values;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.shell.Shell;

/**
 * Guesses what a placeholder stands for that no {@code bind} fills: objects of its kind that the
 * steps before printed, or pods of what they printed, else what the alert names. Namespaces follow
 * the object.
 */
final class Inference {
  /** Without a list before, only so few objects of a kind are all meant. */
  private static final int FEW = 5;

  private final Gather gather;
  private final List<Map<String, String>> alertLabels;
  private final Candidates candidates;
  private final Printed printed = new Printed();
  private boolean hasListed;

  /**
   * @param alertLabels labels of each active instance of the alert
   */
  Inference(Gather gather, List<Map<String, String>> alertLabels) {
    this.gather = gather;
    this.alertLabels = alertLabels;
    this.candidates = new Candidates(gather);
  }

  /** Remembers what a step printed; a step that only sets variables lists nothing. */
  void see(String command, String output) {
    printed.see(output);
    hasListed |= !output.isBlank() || !StepCommand.onlyAssigns(command);
  }

  Choice infer(String name, Values values, String command, Shell shell) {
    PlaceholderName wanted = PlaceholderName.of(name);
    if (wanted.isNamespace()) {
      return namespace(name, values, shell);
    }
    List<List<Resource>> readings = candidates.of(wanted);
    for (List<Resource> reading : readings) {
      List<Resource> found = printed(reading, StepCommand.namespace(command, shell));
      if (!found.isEmpty()) {
        return Choice.of(found);
      }
    }
    for (List<Resource> reading : readings) {
      List<Resource> found = owned(reading);
      if (!found.isEmpty()) {
        return Choice.of(found);
      }
    }
    Set<String> labelled = labelled(wanted);
    for (List<Resource> reading : readings) {
      List<Resource> named = reading.stream().filter(r -> labelled.contains(r.name())).toList();
      if (!named.isEmpty()) {
        return Choice.of(named);
      }
    }
    if (readings.isEmpty()) {
      return labelled.isEmpty()
          ? Choice.none(Outcome.NO_DATA, "the archive has no object for <" + name + ">")
          : Choice.of(labelled.iterator().next());
    }
    if (hasListed) {
      return Choice.none(Outcome.NO_DATA, "the steps before lead to no object for <" + name + ">");
    }
    List<Resource> likeliest = readings.get(0);
    return likeliest.size() <= FEW
        ? Choice.of(likeliest)
        : Choice.none(
            Outcome.MANUAL,
            "nothing before it says which <"
                + name
                + "> is meant; the archive has "
                + likeliest.size());
  }

  /** Those that the steps before printed; of the same name, those whose namespace stands beside. */
  private List<Resource> printed(List<Resource> reading, Optional<String> namespace) {
    List<Resource> found = new ArrayList<>();
    for (Resource resource : reading) {
      if (printed.has(resource.name()) && Placeholders.isSafe(resource.name())) {
        found.add(resource);
      }
    }
    List<Resource> beside =
        found.stream().filter(r -> printed.hasTogether(r.name(), r.namespace())).toList();
    Set<String> namesBeside = new LinkedHashSet<>();
    beside.forEach(resource -> namesBeside.add(resource.name()));
    found.removeIf(r -> namesBeside.contains(r.name()) && !beside.contains(r));
    List<Resource> inside =
        found.stream()
            .filter(r -> namespace.isPresent() && r.namespace().equals(namespace.get()))
            .toList();
    return inside.isEmpty() ? found : inside;
  }

  /** Pods of workloads and machines that the steps before printed. */
  private List<Resource> owned(List<Resource> reading) {
    return reading.stream()
        .filter(
            object -> object.type().plural().equals("pods") && Placeholders.isSafe(object.name()))
        .filter(pod -> owners(pod.name()).stream().anyMatch(printed::has))
        .toList();
  }

  /**
   * What may own a pod, by its name: {@code virt-api-75c4845cd-v5jkf} is of virt-api, {@code
   * virt-launcher-vm-1-pb825} of vm-1.
   */
  private static List<String> owners(String pod) {
    int last = pod.lastIndexOf('-');
    String owner = last < 0 ? "" : pod.substring(0, last);
    String launcher = "virt-launcher-";
    if (owner.startsWith(launcher)) {
      return List.of(owner.substring(launcher.length()));
    }
    int hash = owner.lastIndexOf('-');
    return hash < 0 ? List.of(owner) : List.of(owner, owner.substring(0, hash));
  }

  /** What the alert says: values of the labels that the words of a placeholder name. */
  private Set<String> labelled(PlaceholderName wanted) {
    Set<String> found = new LinkedHashSet<>();
    for (Map<String, String> labels : alertLabels) {
      for (String word : wanted.words()) {
        String value = labels.getOrDefault(word, "");
        if (Placeholders.isSafe(value)) {
          found.add(value);
        }
      }
      boolean isMachine = wanted.words().contains("vmi") || wanted.words().contains("vm");
      if (isMachine && Placeholders.isSafe(labels.getOrDefault("name", ""))) {
        found.add(labels.get("name"));
      }
    }
    return found;
  }

  private Choice namespace(String name, Values values, Shell shell) {
    if (values.object().isPresent() && !values.object().get().namespace().isEmpty()) {
      return Choice.of(values.object().get().namespace());
    }
    for (String value : values.byName().values()) {
      Optional<String> owner = namespaceOf(value);
      if (owner.isPresent()) {
        return Choice.of(owner.get());
      }
    }
    Set<String> labelled = labelled(new PlaceholderName(List.of("namespace")));
    if (!labelled.isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      labelled.forEach(value -> rows.add(List.of(value)));
      return new Choice(rows, List.of(), Outcome.NO_DATA, "");
    }
    for (Map.Entry<String, String> variable : shell.variables().entrySet()) {
      boolean isOne = variable.getKey().endsWith("NAMESPACE");
      if (isOne && Placeholders.isSafe(variable.getValue().strip())) {
        return Choice.of(variable.getValue().strip());
      }
    }
    return gather
        .cluster()
        .installNamespace()
        .map(Choice::of)
        .orElseGet(
            () ->
                Choice.none(
                    Outcome.NO_DATA, "nothing before it says which <" + name + "> is meant"));
  }

  /** The namespace of the only object of a bound name. */
  private Optional<String> namespaceOf(String name) {
    for (String type :
        List.of(
            "pods",
            "virtualmachineinstances",
            "virtualmachines",
            "datavolumes",
            "dataimportcrons")) {
      for (Resource object : candidates.all(type)) {
        if (object.name().equals(name)) {
          return Optional.of(object.namespace());
        }
      }
    }
    return Optional.empty();
  }
}
