package mganalyze.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Verdict;
import mganalyze.runbook.Check;
import mganalyze.runbook.Input;

/**
 * Takes from a case's gather, one after the other, what its runbook's deciding checks read. What
 * was not gathered must never read as clear, nor as proof that the runbook does not apply.
 */
public final class Removals {
  private final Case one;
  private final List<String> faults = new ArrayList<>();

  private Removals(Case one) {
    this.one = one;
  }

  /** What went wrong, a line for each; empty for a case that objects and logs do not decide. */
  public static List<String> faults(Case one) {
    Removals removals = new Removals(one);
    try {
      removals.run();
    } catch (EditException | IOException e) {
      removals.faults.add(e.getMessage());
    }
    return List.copyOf(removals.faults);
  }

  private void run() throws EditException, IOException {
    FileTree tree = one.tree();
    // The alert's own state would decide whatever the objects say.
    AlertEdits.removeRules().apply(tree, one.places());
    Verdict whole = one.result(tree).verdict();
    if (whole != Verdict.CLEAR && whole != Verdict.CONFIRMED) {
      return;
    }
    Set<Set<Input>> tried = new LinkedHashSet<>();
    for (Check check : one.runbook().checks()) {
      if (check.isDeciding()) {
        for (Input input : needed(check)) {
          Set<Input> inputs = withWitnesses(check, input);
          if (tried.add(inputs)) {
            tryWithout(tree, inputs);
          }
        }
      }
    }
  }

  private void tryWithout(FileTree whole, Set<Input> inputs) throws IOException {
    FileTree tree = whole.copy();
    for (Input input : inputs) {
      if (!new InputRemoval(tree, one.places()).remove(input)) {
        return;
      }
    }
    if (tree.paths().isEmpty()) {
      return;
    }
    RunbookResult result = one.result(tree);
    if (result.verdict() == Verdict.CLEAR || result.verdict() == Verdict.NOT_APPLICABLE) {
      faults.add(
          "without "
              + String.join(" and ", inputs.stream().map(Removals::text).toList())
              + ": "
              + result.verdict().word()
              + ": "
              + result.reason());
    }
  }

  private static List<Input> needed(Check check) {
    return check.inputs().stream()
        .filter(input -> input.need() == Input.Need.WHOLE || input.need() == Input.Need.SOME)
        .toList();
  }

  /** Other checks that would answer in place of this one lose an input of theirs as well. */
  private Set<Input> withWitnesses(Check check, Input input) {
    Set<Input> inputs = new LinkedHashSet<>();
    inputs.add(input);
    String root = root(check);
    for (Check other : one.runbook().checks()) {
      if (other.isDeciding() && !other.id().equals(check.id()) && root(other).equals(root)) {
        needed(other).stream().findFirst().ifPresent(inputs::add);
      }
    }
    return inputs;
  }

  /** The check that a check stands in for, over however many steps. */
  private String root(Check check) {
    Optional<String> above = check.insteadOf();
    if (above.isEmpty()) {
      return check.id();
    }
    return one.runbook().checks().stream()
        .filter(other -> other.id().equals(above.get()))
        .findFirst()
        .map(this::root)
        .orElse(check.id());
  }

  private static String text(Input input) {
    if (input instanceof Input.Objects objects) {
      return objects.type() + objects.namespace().map(n -> " -n " + n).orElse("");
    }
    if (input instanceof Input.LogLines lines) {
      return "logs of " + lines.pods().type() + " " + lines.pods().labels();
    }
    return input.getClass().getSimpleName() + " " + input.name();
  }
}
