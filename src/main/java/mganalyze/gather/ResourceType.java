package mganalyze.gather;

import java.util.List;
import java.util.Locale;

/**
 * A resource type as API discovery names it.
 *
 * @param group API group; empty for the core group
 * @param versions served versions, the preferred one first; never empty
 * @param plural lower case, for example {@code virtualmachineinstances}
 * @param custom whether a CustomResourceDefinition defines it
 */
public record ResourceType(
    String group,
    List<String> versions,
    String plural,
    String singular,
    String kind,
    List<String> shortNames,
    boolean namespaced,
    List<String> categories,
    boolean custom) {

  public ResourceType {
    versions = List.copyOf(versions);
    shortNames = List.copyOf(shortNames);
    categories = List.copyOf(categories);
  }

  /**
   * {@code plural.group}, or the plural alone in the core group; a CustomResourceDefinition's name.
   */
  public String qualifiedPlural() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  /**
   * {@code singular.group}, or the singular alone in the core group; as {@code -o name} prints it.
   */
  public String qualifiedSingular() {
    String word = kind.toLowerCase(Locale.ROOT);
    return group.isEmpty() ? word : word + "." + group;
  }

  /** The preferred {@code group/version}. */
  public String apiVersion() {
    return group.isEmpty() ? versions.get(0) : group + "/" + versions.get(0);
  }
}
