package mganalyze.gather;

/**
 * What an entry is, as its path tells.
 *
 * <p>{@code root} is the folder that a producer wrote to, with its final slash, or empty.
 */
public sealed interface Place {
  String root();

  /**
   * A file of one type's objects.
   *
   * @param group API group, empty for core
   * @param namespace empty for cluster scope
   * @param name the object's name where the path holds it, else empty
   */
  record Objects(String root, String group, String plural, String namespace, String name)
      implements Place {}

  /** A container's log. */
  record ContainerLog(
      String root,
      String namespace,
      String pod,
      String container,
      LogFile.Instance instance,
      LogFile.Format format)
      implements Place {}

  /** Something that is asked for by its path: monitoring dumps, version files, node logs. */
  record Plain(String root, String relative) implements Place {}

  /** Nothing that this program asks for. */
  record Noise(String root) implements Place {}
}
