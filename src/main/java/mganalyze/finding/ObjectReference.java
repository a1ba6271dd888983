package mganalyze.finding;

/** Names one Kubernetes object; {@code namespace} is empty for cluster-scoped kinds. */
public record ObjectReference(String apiVersion, String kind, String namespace, String name) {

  /** {@code namespace/name}, or the name alone. */
  public String qualifiedName() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
