package mganalyze.gather;

import java.util.Optional;

/**
 * Which resources are asked for; what can be told from the bytes is decided before anything is
 * parsed.
 */
public record Query(
    ResourceType type,
    Scope scope,
    Optional<String> name,
    LabelSelector labels,
    FieldSelector fields) {

  public static Query of(ResourceType type, Scope scope) {
    return new Query(
        type, scope, Optional.empty(), LabelSelector.EVERYTHING, FieldSelector.EVERYTHING);
  }

  public Query named(String wanted) {
    return new Query(type, scope, Optional.of(wanted), labels, fields);
  }

  public Query labelled(LabelSelector selector) {
    return new Query(type, scope, name, selector, fields);
  }

  public Query where(FieldSelector selector) {
    return new Query(type, scope, name, labels, selector);
  }
}
