package mganalyze.runbook;

import java.util.Optional;
import java.util.OptionalLong;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.Gather;
import mganalyze.gather.LabelSelector;
import mganalyze.gather.Query;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.gather.SelectorException;

/** What a check reads. */
public sealed interface Input {
  String name();

  Need need();

  /** What it means for the check if the input was not gathered whole. */
  enum Need {
    /** The check is undecided. */
    WHOLE,
    /**
     * The check runs on what is there and may confirm; that it finds nothing decides nothing.
     * Written with a plus behind the name.
     */
    SOME,
    /** The program finds null. Written with a question mark behind the name. */
    OPTIONAL,
    /**
     * The program finds what is there, or null, and nothing is missed: for what only refines a
     * finding, such as labels of the namespaces that happen to be there. Written with a star behind
     * the name.
     */
    ANY;

    static Need of(String key) {
      if (key.endsWith("?")) {
        return OPTIONAL;
      }
      if (key.endsWith("*")) {
        return ANY;
      }
      return key.endsWith("+") ? SOME : WHOLE;
    }
  }

  /**
   * Objects, written like the arguments of {@code oc get}: {@code pods -n $NAMESPACE -l
   * kubevirt.io=virt-api}, {@code nodes}, {@code deployments/virt-api -n $NAMESPACE}.
   *
   * @param namespace a namespace or {@code $NAMESPACE}, the install namespace; empty for all
   *     namespaces
   */
  record Objects(
      String name,
      Need need,
      String type,
      Optional<String> object,
      Optional<String> namespace,
      String labels,
      String fields)
      implements Input {
    /**
     * The query that asks a gather for them; empty if it does not know the type or the namespace.
     */
    public Optional<Query> query(Gather gather) {
      Optional<ResourceType> known = gather.types().find(type);
      Optional<Scope> scope = scope(namespace, gather);
      if (known.isEmpty() || scope.isEmpty()) {
        return Optional.empty();
      }
      try {
        Query query =
            Query.of(known.get(), scope.get())
                .labelled(LabelSelector.parse(labels))
                .where(FieldSelector.parse(fields));
        return Optional.of(object.map(query::named).orElse(query));
      } catch (SelectorException e) {
        throw new IllegalStateException("input " + name + " was not checked: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Lines of the logs of pods.
   *
   * @param pods which pods
   * @param container empty for all containers
   * @param pattern RE2
   * @param windowSeconds how long before the gather the lines must have been written; none: any
   *     time
   * @param previous whether logs of previous runs count as well
   */
  record LogLines(
      String name,
      Need need,
      Objects pods,
      Optional<String> container,
      String pattern,
      OptionalLong windowSeconds,
      boolean previous)
      implements Input {}

  /**
   * Scrape targets of pods.
   *
   * @param pod RE2 that the whole pod name must match
   * @param namespace a namespace or {@code $NAMESPACE}; empty for any
   */
  record Targets(String name, Need need, String pod, Optional<String> namespace) implements Input {
    /** Where the pods are; empty if the gather does not know the namespace. */
    public Optional<Scope> scope(Gather gather) {
      return Input.scope(namespace, gather);
    }
  }

  /**
   * Samples of a metric, where metrics were gathered.
   *
   * @param metric its name
   * @param labels RE2 that label values must match, {@code name=pattern} joined with commas
   */
  record Samples(String name, Need need, String metric, String labels) implements Input {}

  /**
   * Instances of another alert in the rules dump.
   *
   * @param alert its name
   */
  record Alert(String name, Need need, String alert) implements Input {}

  private static Optional<Scope> scope(Optional<String> namespace, Gather gather) {
    if (namespace.isEmpty()) {
      return Optional.of(Scope.all());
    }
    return namespace.get().startsWith("$")
        ? gather.cluster().installNamespace().map(Scope::of)
        : namespace.map(Scope::of);
  }
}
