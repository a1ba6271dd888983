package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.diagnosis.VerdictTable.Checks;
import mganalyze.finding.Finding;
import mganalyze.finding.Missing;
import mganalyze.finding.Strength;
import mganalyze.finding.Verdict;
import mganalyze.monitoring.AlertRule;
import mganalyze.monitoring.AlertState;
import mganalyze.runbook.Check;
import mganalyze.runbook.Runbook;

/** Judges one runbook: asks its checks, hears the alert, and decides. */
final class RunbookRun {
  private final Runbook runbook;
  private final AlertState alert;
  private final Applicability applicability;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Finding> causes = new ArrayList<>();
  private final Set<Missing> missing = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();
  private Optional<String> inapplicable = Optional.empty();

  RunbookRun(Runbook runbook, AlertState alert, Applicability applicability) {
    this.runbook = runbook;
    this.alert = alert;
    this.applicability = applicability;
  }

  /**
   * The judgement, without the steps.
   *
   * @param findings causes come last, and only where there is something to explain
   */
  record Judgement(Verdict verdict, String reason, List<Finding> findings, List<Missing> missing) {}

  Judgement judge(CheckRun checks, FindingReader reader) {
    boolean isRaised =
        alert instanceof AlertState.Known known && known.rule().state() != AlertRule.State.INACTIVE;
    if (applicability instanceof Applicability.Not not && !isRaised) {
      return new Judgement(Verdict.NOT_APPLICABLE, not.why(), List.of(), List.of());
    }
    if (applicability instanceof Applicability.OtherVersion other
        && !(alert instanceof AlertState.Known)) {
      return new Judgement(Verdict.NOT_APPLICABLE, other.why(), List.of(), List.of());
    }
    Checks say = ask(checks, reader);
    if (inapplicable.isPresent() && !isRaised && say != Checks.CONFIRM) {
      return new Judgement(Verdict.NOT_APPLICABLE, inapplicable.get(), List.of(), List.of());
    }
    if (applicability instanceof Applicability.Unknown unknown) {
      missing.addAll(unknown.missing());
      // That a pod is missing, say, means nothing where it may not be meant to be there.
      findings.removeIf(finding -> finding.strength() == Strength.CONFIRMED);
      say = findings.isEmpty() ? Checks.MISSING : Checks.SUSPECT;
    }
    Verdict verdict = VerdictTable.decide(alert.word(), say);
    List<Finding> shown = new ArrayList<>(findings);
    if (verdict == Verdict.CONFIRMED || verdict == Verdict.SUSPECTED) {
      shown.addAll(causes);
    }
    String reason =
        new Reason(runbook, alert, say, shown, List.copyOf(missing), faults).text(verdict);
    boolean undecided = verdict == Verdict.UNDETERMINED || verdict == Verdict.SUSPECTED;
    return new Judgement(verdict, reason, shown, undecided ? List.copyOf(missing) : List.of());
  }

  private Checks ask(CheckRun checks, FindingReader reader) {
    Map<String, CheckRun.Answer> answers = new HashMap<>();
    boolean conclusive = runbook.isDecidable();
    for (Check check : runbook.checks()) {
      Optional<CheckRun.Answer> original = check.insteadOf().map(answers::get);
      if (original.isPresent() && original.get().isConclusive()) {
        answers.put(check.id(), original.get());
        continue;
      }
      CheckRun.Answer answer = checks.ask(check, reader);
      answers.put(check.id(), answer);
      answer.fault().ifPresent(faults::add);
      inapplicable = inapplicable.or(answer::inapplicable);
      for (Finding finding : answer.findings()) {
        (finding.strength() == Strength.CAUSE ? causes : findings).add(finding);
      }
    }
    for (Check check : runbook.checks()) {
      if (check.isDeciding() && !isAnswered(check, answers)) {
        conclusive = false;
        CheckRun.Answer answer = answers.get(check.id());
        missing.addAll(answer == null ? List.of() : answer.missing());
      }
    }
    if (findings.stream().anyMatch(finding -> finding.strength() == Strength.CONFIRMED)) {
      return Checks.CONFIRM;
    }
    if (!findings.isEmpty()) {
      return Checks.SUSPECT;
    }
    return conclusive ? Checks.NOTHING : Checks.MISSING;
  }

  private static boolean isConclusive(String check, Map<String, CheckRun.Answer> answers) {
    CheckRun.Answer answer = answers.get(check);
    return answer != null && answer.isConclusive();
  }

  /** Whether a check, or a deciding one that stands in for it, came to an answer. */
  private boolean isAnswered(Check check, Map<String, CheckRun.Answer> answers) {
    if (isConclusive(check.id(), answers)) {
      return true;
    }
    for (Check other : runbook.checks()) {
      if (other.isDeciding()
          && other.insteadOf().filter(check.id()::equals).isPresent()
          && isAnswered(other, answers)) {
        return true;
      }
    }
    return check.insteadOf().isPresent() && isConclusive(check.insteadOf().get(), answers);
  }
}
