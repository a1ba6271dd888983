package mganalyze.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a case wants to see. What it does not mention may be anything.
 *
 * @param reason texts that must occur in the reason
 * @param objects {@code Kind/namespace/name} of exactly the findings that are confirmed or
 *     suspected
 * @param findings ids of exactly the findings that are confirmed or suspected; ids of causes may
 *     stand among them
 * @param causes a text of each likely cause, written {@code id: message}; there are no others
 * @param evidence end of the path, and a text of the line
 * @param without texts that occur in no message of a finding and no line of evidence
 * @param missing texts that must occur in what is missing or in how to collect it
 * @param steps what the steps print, by number
 * @param mitigation texts that must occur in it
 */
record Expectation(
    Optional<String> verdict,
    List<String> reason,
    Optional<List<String>> objects,
    Optional<List<String>> findings,
    Optional<List<String>> causes,
    List<Line> evidence,
    List<String> without,
    List<String> missing,
    Map<Integer, String> steps,
    List<String> mitigation) {

  Expectation {
    reason = List.copyOf(reason);
    objects = objects.map(List::copyOf);
    findings = findings.map(List::copyOf);
    causes = causes.map(List::copyOf);
    evidence = List.copyOf(evidence);
    without = List.copyOf(without);
    missing = List.copyOf(missing);
    steps = Map.copyOf(steps);
    mitigation = List.copyOf(mitigation);
  }

  /** A line of evidence. */
  record Line(String path, String text) {}
}
