package mganalyze.diagnosis;

import java.util.List;
import java.util.Optional;
import mganalyze.finding.Finding;
import mganalyze.finding.Missing;
import mganalyze.finding.Severity;
import mganalyze.finding.Verdict;

/**
 * What was found out about one runbook.
 *
 * @param component as the runbook says, for example {@code cdi}; empty where it does not
 * @param severity empty for a runbook that names none
 * @param reason one sentence for a person
 * @param alert empty where the archive has no alert rules and no alert
 * @param meaning the runbook's own words, Markdown
 * @param impact Markdown
 * @param mitigation Markdown, placeholders filled in from the findings
 */
public record RunbookResult(
    String name,
    String title,
    Optional<String> component,
    Optional<Severity> severity,
    Verdict verdict,
    String reason,
    Optional<AlertSummary> alert,
    List<Finding> findings,
    List<StepResult> steps,
    List<Missing> missing,
    String meaning,
    String impact,
    String mitigation) {

  public RunbookResult {
    findings = List.copyOf(findings);
    steps = List.copyOf(steps);
    missing = List.copyOf(missing);
  }
}
