package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.runbook.Bind;
import mganalyze.runbook.PlaceholderText;
import mganalyze.runbook.Runbook;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;

/**
 * Finds values for placeholders such as {@code <pod>}: from the runbook's {@code bind}, else among
 * the objects of that kind that the steps before printed, else from the alert. Namespaces follow
 * the object.
 */
final class Placeholders {
  /** Of more objects, only the first are tried. */
  private static final int MOST = 5;

  private static final int MOST_COMBINED = 1000;

  private final Runbook runbook;
  private final Gather gather;
  private final List<Map<String, String>> alertLabels;
  private final Candidates candidates;
  private final Printed printed = new Printed();
  private boolean hasListed;

  /**
   * @param alertLabels labels of each active instance of the alert
   */
  Placeholders(Runbook runbook, Gather gather, List<Map<String, String>> alertLabels) {
    this.runbook = runbook;
    this.gather = gather;
    this.alertLabels = alertLabels;
    this.candidates = new Candidates(gather);
  }

  /** One value for each placeholder, and the object that they name, if it is known. */
  record Values(Map<String, String> byName, Optional<Resource> object) {
    static final Values NONE = new Values(Map.of(), Optional.empty());

    Values with(List<String> names, List<String> row, Optional<Resource> newest) {
      Map<String, String> values = new LinkedHashMap<>(byName);
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), row.get(i));
      }
      return new Values(values, newest.or(() -> object));
    }
  }

  /**
   * The values to run a command with.
   *
   * @param why there are none; meaningless otherwise
   * @param note why there are none, or that there would be more; empty otherwise
   */
  record Bindings(List<Values> all, Outcome why, String note) {
    static Bindings none(Outcome why, String note) {
      return new Bindings(List.of(), why, note);
    }
  }

  /** What one placeholder may stand for; a row has a value for each of the names asked for. */
  private record Choice(List<List<String>> rows, List<Resource> objects, Outcome why, String note) {
    static Choice none(Outcome why, String note) {
      return new Choice(List.of(), List.of(), why, note);
    }

    static Choice of(List<Resource> objects) {
      List<List<String>> rows = new ArrayList<>();
      objects.forEach(object -> rows.add(List.of(object.name())));
      return new Choice(rows, objects, Outcome.NO_DATA, "");
    }

    static Choice of(String value) {
      return new Choice(List.of(List.of(value)), List.of(), Outcome.NO_DATA, "");
    }
  }

  /** Remembers what a step printed; a step that only sets variables lists nothing. */
  void see(String command, String output) {
    printed.see(output);
    hasListed |= !output.isBlank() || !StepCommand.onlyAssigns(command);
  }

  /**
   * Values for all names.
   *
   * @param command in which they stand; its namespace narrows the objects down
   */
  Bindings bind(List<String> names, String command, Shell shell) {
    List<Values> all = List.of(Values.NONE);
    Set<String> open = new LinkedHashSet<>(names);
    for (Bind bind : needed(open)) {
      List<Values> next = new ArrayList<>();
      Choice last = Choice.none(Outcome.NO_DATA, "");
      for (Values values : all) {
        last = rows(bind, values, shell);
        combine(next, values, bind.names(), last);
      }
      if (next.isEmpty()) {
        return Bindings.none(last.why(), last.note());
      }
      all = next;
      bind.names().forEach(open::remove);
    }
    for (String name : namespacesLast(open)) {
      List<Values> next = new ArrayList<>();
      Choice last = Choice.none(Outcome.NO_DATA, "");
      for (Values values : all) {
        last = infer(name, values, command, shell);
        combine(next, values, List.of(name), last);
      }
      if (next.isEmpty()) {
        return Bindings.none(last.why(), last.note());
      }
      all = next;
    }
    // What sets a variable can do so once.
    int most = StepCommand.onlyAssigns(command) ? 1 : MOST;
    boolean isCapped = all.size() > most;
    String note = isCapped ? "run for the first " + most + " of " + all.size() + " objects" : "";
    return new Bindings(isCapped ? all.subList(0, most) : all, Outcome.RAN, note);
  }

  /** The binds that fill some names, before them those that fill placeholders of these binds. */
  private List<Bind> needed(Set<String> names) {
    Set<Bind> needed = new LinkedHashSet<>();
    Set<String> wanted = new LinkedHashSet<>(names);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Bind bind : runbook.binds()) {
        if (bind.names().stream().anyMatch(wanted::contains) && needed.add(bind)) {
          grows |= wanted.addAll(PlaceholderText.names(bind.command()));
        }
      }
    }
    // The order of the front matter: a bind may use placeholders of those above it.
    return runbook.binds().stream().filter(needed::contains).toList();
  }

  private static void combine(List<Values> into, Values values, List<String> names, Choice choice) {
    for (int i = 0; i < choice.rows().size() && into.size() < MOST_COMBINED; i++) {
      Optional<Resource> object =
          choice.objects().isEmpty() ? Optional.empty() : Optional.of(choice.objects().get(i));
      into.add(values.with(names, choice.rows().get(i), object));
    }
  }

  private Choice rows(Bind bind, Values values, Shell shell) {
    String shown = "<" + String.join(">, <", bind.names()) + ">";
    Result result = shell.copy().run(PlaceholderText.fill(bind.command(), values.byName()));
    if (!result.noData().isEmpty()) {
      return Choice.none(
          Outcome.NO_DATA, "not in the archive: " + String.join("; ", result.noData()));
    }
    if (result.refusal().isPresent()) {
      return Choice.none(Outcome.FAILED, shown + ": " + result.refusal().get().message());
    }
    Set<List<String>> rows = new LinkedHashSet<>();
    for (String line : result.output().split("\n")) {
      List<String> row = new ArrayList<>();
      for (String word : line.strip().split("\\s+")) {
        row.add(word.substring(word.lastIndexOf('/') + 1));
      }
      if (row.size() >= bind.names().size() && row.stream().allMatch(Placeholders::isSafe)) {
        rows.add(row);
      }
    }
    return rows.isEmpty()
        ? Choice.none(Outcome.NO_DATA, "the archive has nothing to put for " + shown)
        : new Choice(List.copyOf(rows), List.of(), Outcome.NO_DATA, "");
  }

  /** Values go into a command line: what a shell would read in any other way stays out. */
  private static boolean isSafe(String value) {
    return !value.isEmpty()
        && value.charAt(0) != '-'
        && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.:@%+,".indexOf(c) >= 0);
  }

  private static List<String> namespacesLast(Set<String> names) {
    List<String> order = new ArrayList<>(names);
    order.sort(
        (left, right) ->
            Boolean.compare(
                PlaceholderName.of(left).isNamespace(), PlaceholderName.of(right).isNamespace()));
    return order;
  }

  private Choice infer(String name, Values values, String command, Shell shell) {
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
    return likeliest.size() <= MOST
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
      if (printed.has(resource.name()) && isSafe(resource.name())) {
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
        .filter(object -> object.type().plural().equals("pods") && isSafe(object.name()))
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
        if (isSafe(value)) {
          found.add(value);
        }
      }
      boolean isMachine = wanted.words().contains("vmi") || wanted.words().contains("vm");
      if (isMachine && isSafe(labels.getOrDefault("name", ""))) {
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
      if (isOne && isSafe(variable.getValue().strip())) {
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
