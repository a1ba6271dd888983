package mganalyze.diagnosis;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import mganalyze.diagnosis.VerdictTable.Checks;
import mganalyze.finding.Finding;
import mganalyze.finding.Missing;
import mganalyze.finding.Strength;
import mganalyze.finding.Verdict;
import mganalyze.monitoring.AlertRule;
import mganalyze.monitoring.AlertState;
import mganalyze.runbook.Runbook;

/** Says in one sentence why a verdict was given. */
record Reason(
    Runbook runbook,
    AlertState alert,
    Checks say,
    List<Finding> findings,
    List<Missing> missing,
    List<String> faults) {

  String text(Verdict verdict) {
    return switch (verdict) {
      case CONFIRMED -> confirmed();
      case SUSPECTED -> suspected();
      case CLEAR -> clear();
      case UNDETERMINED -> undetermined();
      case NOT_APPLICABLE ->
          "the alert rules of this operator are in "
              + alert.dump().orElse("the archive")
              + " and this alert is not among them: this version does not have it";
    };
  }

  private String confirmed() {
    boolean firing = alert.word().equals("firing");
    if (say == Checks.CONFIRM) {
      String witness =
          switch (alert.word()) {
            case "firing" -> "; the alert was firing" + activeSince();
            case "inactive" -> "; the alert was not firing";
            case "pending" -> "; the alert was pending" + activeSince();
            case "absent" -> "; the alert is not among the gathered rules";
            default -> "";
          };
      return first(Strength.CONFIRMED) + witness;
    }
    String objects =
        switch (say) {
          case SUSPECT -> "; the objects only hint at it: " + first(Strength.SUSPECTED);
          case NOTHING -> ", though the gathered objects do not show it (any more)";
          default -> "; what the objects would show was not gathered" + missingWords();
        };
    return (firing ? "the alert was firing" : "the alert was raised") + activeSince() + objects;
  }

  private String suspected() {
    boolean hints = say == Checks.SUSPECT;
    if (alert.word().equals("pending")) {
      return "the alert was pending"
          + activeSince()
          + (hints
              ? ": " + first(Strength.SUSPECTED)
              : say == Checks.NOTHING ? ", the gathered objects do not show it" : "");
    }
    return first(Strength.SUSPECTED)
        + (runbook.isDecidable() ? "" : "; only metrics decide it, and the archive has none");
  }

  private String clear() {
    if (alert.word().equals("inactive")) {
      return switch (say) {
        case SUSPECT ->
            "the alert was not firing; noticed all the same: " + first(Strength.SUSPECTED);
        case NOTHING ->
            "the alert was not firing, and the gathered objects do not show its condition";
        default -> "the alert was not firing (" + alert.dump().orElse("alert rules") + ")";
      };
    }
    return "everything that decides it was gathered, and the condition did not hold";
  }

  private String undetermined() {
    if (!faults.isEmpty()) {
      return faults.get(0);
    }
    if (!runbook.isDecidable()) {
      return runbook.checks().isEmpty()
          ? "the runbook has no checks, and the archive has no alert rules that would tell"
          : "only metrics decide it, and the archive has neither metrics nor alert rules";
    }
    return "what decides it was not gathered" + missingWords();
  }

  private String missingWords() {
    if (missing.isEmpty()) {
      return "";
    }
    String words = ": " + missing.get(0).what();
    return missing.size() == 1 ? words : words + ", and " + (missing.size() - 1) + " more";
  }

  private String first(Strength strength) {
    List<Finding> strong =
        findings.stream().filter(finding -> finding.strength() == strength).toList();
    if (strong.isEmpty()) {
      return "";
    }
    String message = strong.get(0).message();
    return strong.size() == 1 ? message : message + " (and " + (strong.size() - 1) + " more)";
  }

  private String activeSince() {
    if (!(alert instanceof AlertState.Known known)) {
      return "";
    }
    Optional<Instant> earliest =
        known.rule().instances().stream()
            .filter(instance -> instance.state() != AlertRule.State.INACTIVE)
            .flatMap(instance -> instance.activeAt().stream())
            .min(Instant::compareTo);
    return earliest
        .map(time -> ", active since " + time.truncatedTo(ChronoUnit.SECONDS))
        .orElse("");
  }
}
