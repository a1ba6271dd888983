package mganalyze.cases;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mganalyze.diagnosis.Diagnosis;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.runbook.Runbook;

/** One case: a gather, changes to it, and what the runbook shall say of it. */
public final class Case {
  private final String file;
  private final String name;
  private final Runbook runbook;
  private final BaseGathers.BaseGather base;
  private final List<Edit> edits;
  private final Expectation expectation;
  private final Optional<String> failing;
  private final Places places;

  Case(
      String file,
      String name,
      Runbook runbook,
      BaseGathers.BaseGather base,
      List<Edit> edits,
      Expectation expectation,
      Optional<String> failing,
      Places places) {
    this.file = file;
    this.name = name;
    this.runbook = runbook;
    this.base = base;
    this.edits = List.copyOf(edits);
    this.expectation = expectation;
    this.failing = failing;
    this.places = places;
  }

  /** The file that it stands in. */
  public String file() {
    return file;
  }

  public String name() {
    return name;
  }

  Runbook runbook() {
    return runbook;
  }

  Places places() {
    return places;
  }

  /** What does not come out as expected, as a table for a person; empty if all does. */
  public Optional<String> run() {
    Optional<String> failure = failure();
    if (failing.isPresent()) {
      return failure.isPresent()
          ? Optional.empty()
          : Optional.of("  it passes now, so `failing` can go: " + failing.get() + "\n");
    }
    return failure;
  }

  private Optional<String> failure() {
    try {
      List<Mismatch> mismatches = Comparison.of(expectation, result(tree()));
      return mismatches.isEmpty() ? Optional.empty() : Optional.of(Mismatch.table(mismatches));
    } catch (EditException | IOException e) {
      return Optional.of("  " + e.getMessage() + "\n");
    }
  }

  /** The gather with the case's changes. */
  FileTree tree() throws EditException {
    FileTree tree = base.tree().copy();
    for (Edit edit : edits) {
      edit.apply(tree, places);
    }
    return tree;
  }

  /** What the case's runbook says of a gather; its steps are run only if the case is about them. */
  RunbookResult result(FileTree tree) throws IOException {
    try (OpenedGather opened = OpenedGather.of(tree)) {
      return result(opened, runbook);
    }
  }

  /** Whether another form of its runbook says of its gather, which is open, what is expected. */
  boolean holds(OpenedGather opened, Runbook form) {
    return Comparison.of(expectation, result(opened, form)).isEmpty();
  }

  private RunbookResult result(OpenedGather opened, Runbook form) {
    Diagnosis diagnosis = new Diagnosis(opened.gather(), opened.facts());
    return expectation.steps().isEmpty()
        ? diagnosis.judge(List.of(form)).get(0)
        : diagnosis.run(List.of(form), "test").runbooks().get(0);
  }
}
