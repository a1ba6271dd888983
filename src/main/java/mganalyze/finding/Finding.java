package mganalyze.finding;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a check found.
 *
 * @param id kebab-case, stable over releases
 * @param message one sentence for a person, without secrets
 * @param object the object that it is about, where it is about one
 */
public record Finding(
    String id,
    Strength strength,
    Severity severity,
    String message,
    Optional<ObjectReference> object,
    List<Evidence> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }
}
