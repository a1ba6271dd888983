package mganalyze.gather;

import java.util.Optional;

/**
 * Where to look for resources.
 *
 * @param namespace one namespace, or empty for all of them; means nothing for cluster-scoped types
 */
public record Scope(Optional<String> namespace) {
  private static final Scope ALL = new Scope(Optional.empty());

  /** All namespaces. */
  public static Scope all() {
    return ALL;
  }

  public static Scope of(String namespace) {
    return new Scope(Optional.of(namespace));
  }

  boolean holds(String other) {
    return namespace.isEmpty() || namespace.get().equals(other);
  }
}
