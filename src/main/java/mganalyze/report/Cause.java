package mganalyze.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Finding;
import mganalyze.finding.ObjectReference;
import mganalyze.finding.Strength;

/**
 * A likely cause and what it explains. The same cause listed by several runbooks is one: they say
 * it in the same words, which name the object.
 *
 * @param message of the first finding that names the cause
 * @param runbooks names, in the order of the report
 * @param objects what those runbooks' other findings are about, where they are about objects
 */
record Cause(
    String id,
    String message,
    Optional<ObjectReference> object,
    List<String> runbooks,
    List<ObjectReference> objects) {

  /** The first finding that names a cause, and the runbooks that name it, too. */
  private record Explained(Finding first, List<RunbookResult> runbooks) {}

  /** All causes of these runbooks; the one that explains most runbooks first. */
  @SuppressWarnings("ReferenceEquality") // the same one again, not an equal one
  static List<Cause> among(List<RunbookResult> runbooks) {
    Map<String, Explained> byMessage = new LinkedHashMap<>();
    for (RunbookResult runbook : runbooks) {
      for (Finding finding : runbook.findings()) {
        if (finding.strength() == Strength.CAUSE) {
          Explained explained = byMessage.get(finding.message());
          if (explained == null) {
            explained = new Explained(finding, new ArrayList<>());
            byMessage.put(finding.message(), explained);
          }
          List<RunbookResult> known = explained.runbooks();
          if (known.isEmpty() || known.get(known.size() - 1) != runbook) {
            known.add(runbook);
          }
        }
      }
    }
    List<Cause> causes = new ArrayList<>();
    for (Explained explained : byMessage.values()) {
      causes.add(cause(explained.first(), explained.runbooks()));
    }
    if (causes.size() > 1) {
      causes.sort((a, b) -> Integer.compare(b.runbooks().size(), a.runbooks().size()));
    }
    return causes;
  }

  private static Cause cause(Finding finding, List<RunbookResult> runbooks) {
    Set<ObjectReference> objects = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (RunbookResult runbook : runbooks) {
      names.add(runbook.name());
      for (Finding other : runbook.findings()) {
        if (other.strength() != Strength.CAUSE && other.object().isPresent()) {
          objects.add(other.object().get());
        }
      }
    }
    return new Cause(
        finding.id(), finding.message(), finding.object(), names, List.copyOf(objects));
  }
}
