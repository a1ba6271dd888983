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
 * Finds values for placeholders such as {@code <pod>}: from the runbook's {@code bind}, else by
 * inference.
 */
final class Placeholders {
  /** Of more objects, only the first are tried. */
  private static final int MOST = 5;

  private static final int MOST_COMBINED = 1000;

  private final Runbook runbook;
  private final Inference inference;

  /**
   * @param alertLabels labels of each active instance of the alert
   */
  Placeholders(Runbook runbook, Gather gather, List<Map<String, String>> alertLabels) {
    this.runbook = runbook;
    this.inference = new Inference(gather, alertLabels);
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

  /** Remembers what a step printed. */
  void see(String command, String output) {
    inference.see(command, output);
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
        last = inference.infer(name, values, command, shell);
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
  static boolean isSafe(String value) {
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
}
