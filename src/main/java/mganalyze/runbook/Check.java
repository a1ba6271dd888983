package mganalyze.runbook;

import java.util.List;
import java.util.Optional;
import mganalyze.finding.Severity;
import mganalyze.finding.Strength;

/**
 * A question to the gather, in jq. What it prints are its findings; an input that was not gathered
 * leaves it undecided.
 *
 * @param id kebab-case, also the id of its findings
 * @param strength of its findings
 * @param severity of its findings, the runbook's own where empty
 * @param insteadOf a check that it stands in for: it is asked only if the inputs of that one are
 *     missing
 * @param jq the program; its input is an object of the inputs by name
 * @param place where the program stands in the runbook's file, for messages
 */
public record Check(
    String id,
    Strength strength,
    Optional<Severity> severity,
    Optional<String> insteadOf,
    List<Input> inputs,
    String jq,
    FrontMatter.Place place) {
  public Check {
    inputs = List.copyOf(inputs);
  }

  /** Whether its findings decide the runbook's condition. */
  public boolean isDeciding() {
    return strength == Strength.CONFIRMED;
  }
}
