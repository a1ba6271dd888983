package mganalyze.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.diagnosis.StepResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Missing;
import mganalyze.finding.ObjectReference;
import mganalyze.finding.Strength;

/** Compares what came out with what a case expects. */
final class Comparison {
  private final Expectation expected;
  private final RunbookResult result;
  private final List<Mismatch> mismatches = new ArrayList<>();

  private Comparison(Expectation expected, RunbookResult result) {
    this.expected = expected;
    this.result = result;
  }

  /** Empty if all is as expected. */
  static List<Mismatch> of(Expectation expected, RunbookResult result) {
    return new Comparison(expected, result).compare();
  }

  private List<Mismatch> compare() {
    boolean asExpected = expected.verdict().map(result.verdict().word()::equals).orElse(true);
    if (!asExpected) {
      mismatches.add(
          new Mismatch(
              "verdict",
              expected.verdict().orElse(""),
              result.verdict().word() + ": " + result.reason()));
    }
    expected.reason().forEach(text -> occurs("reason", text, List.of(result.reason())));
    compareObjects();
    compareFindings();
    expected.causes().ifPresent(this::compareCauses);
    expected.evidence().forEach(this::compareEvidence);
    expected.without().forEach(this::compareAbsence);
    List<String> missing = result.missing().stream().map(Comparison::text).toList();
    expected.missing().forEach(text -> occurs("missing", text, missing));
    expected.mitigation().forEach(text -> occurs("mitigation", text, List.of(result.mitigation())));
    new TreeMap<>(expected.steps()).forEach(this::compareStep);
    return mismatches;
  }

  private void occurs(String what, String text, Collection<String> among) {
    if (among.stream().noneMatch(candidate -> candidate.contains(text))) {
      mismatches.add(
          new Mismatch(what, text, among.isEmpty() ? "(none)" : String.join("\n", among)));
    }
  }

  private static String text(Missing missing) {
    return missing.what() + ": " + missing.collectWith();
  }

  private List<Finding> strong() {
    return result.findings().stream().filter(f -> f.strength() != Strength.CAUSE).toList();
  }

  private void compareObjects() {
    if (expected.objects().isEmpty()) {
      return;
    }
    TreeSet<String> got = new TreeSet<>();
    for (Finding finding : strong()) {
      finding.object().ifPresent(object -> got.add(name(object)));
    }
    TreeSet<String> wanted = new TreeSet<>(expected.objects().get());
    if (!got.equals(wanted)) {
      mismatches.add(new Mismatch("objects", String.join("\n", wanted), orNone(got)));
    }
  }

  private static String name(ObjectReference object) {
    return object.kind() + "/" + object.qualifiedName();
  }

  private static String orNone(Collection<String> texts) {
    return texts.isEmpty() ? "(none)" : String.join("\n", texts);
  }

  private void compareFindings() {
    if (expected.findings().isEmpty()) {
      return;
    }
    TreeSet<String> must = new TreeSet<>();
    strong().forEach(finding -> must.add(finding.id()));
    TreeSet<String> all = new TreeSet<>();
    result.findings().forEach(finding -> all.add(finding.id()));
    List<String> wanted = expected.findings().get();
    if (!wanted.containsAll(must) || !all.containsAll(wanted)) {
      List<String> got =
          result.findings().stream()
              .map(f -> f.id() + " (" + f.strength().word() + "): " + f.message())
              .toList();
      mismatches.add(
          new Mismatch(
              "findings", wanted.isEmpty() ? "(none)" : String.join("\n", wanted), orNone(got)));
    }
  }

  private void compareCauses(List<String> wanted) {
    List<String> got =
        result.findings().stream()
            .filter(finding -> finding.strength() == Strength.CAUSE)
            .map(finding -> finding.id() + ": " + finding.message())
            .toList();
    boolean allThere = wanted.stream().allMatch(text -> got.stream().anyMatch(contains(text)));
    boolean noOther = got.stream().allMatch(one -> wanted.stream().anyMatch(one::contains));
    if (!allThere || !noOther || got.size() != wanted.size()) {
      mismatches.add(new Mismatch("causes", orNone(wanted), orNone(got)));
    }
  }

  private static Predicate<String> contains(String text) {
    return candidate -> candidate.contains(text);
  }

  private void compareEvidence(Expectation.Line line) {
    List<String> got = new ArrayList<>();
    for (Finding finding : result.findings()) {
      for (Evidence evidence : finding.evidence()) {
        if (evidence.path().endsWith(line.path()) && evidence.text().contains(line.text())) {
          return;
        }
        got.add(evidence.path() + ":" + evidence.line() + ": " + evidence.text().strip());
      }
    }
    mismatches.add(new Mismatch("evidence", line.path() + ": " + line.text(), orNone(got)));
  }

  private void compareAbsence(String text) {
    for (Finding finding : result.findings()) {
      if (finding.message().contains(text)) {
        mismatches.add(new Mismatch("without", text, finding.id() + ": " + finding.message()));
      }
      for (Evidence evidence : finding.evidence()) {
        if (evidence.text().contains(text)) {
          mismatches.add(new Mismatch("without", text, evidence.path() + ":" + evidence.line()));
        }
      }
    }
  }

  private void compareStep(int number, String output) {
    Optional<StepResult> step =
        result.steps().stream().filter(candidate -> candidate.number() == number).findFirst();
    String got = step.map(Comparison::output).orElse("(no such step)");
    if (!got.strip().equals(output.strip())) {
      mismatches.add(new Mismatch("step " + number, output.stripTrailing(), got.stripTrailing()));
    }
  }

  /** What its runs print; for those that did not run, what became of them. */
  private static String output(StepResult step) {
    StringBuilder text = new StringBuilder();
    for (StepResult.Run run : step.runs()) {
      if (run.outcome() == StepResult.Outcome.RAN) {
        text.append(run.output());
      } else {
        text.append(run.outcome().word()).append('\n');
      }
    }
    return text.toString();
  }
}
