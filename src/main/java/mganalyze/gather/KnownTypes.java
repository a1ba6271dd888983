package mganalyze.gather;

import java.util.Set;
import java.util.TreeSet;

/** What is known of resource types without an archive. */
public final class KnownTypes {
  private KnownTypes() {}

  /**
   * The images that collect all objects of a type, OpenShift or virtualization, for a type's full
   * or plain plural.
   */
  public static Set<String> collectors(String word) {
    Set<String> products = new TreeSet<>();
    for (ResourceType type : TypeTable.load()) {
      if (type.qualifiedPlural().equals(word) || type.plural().equals(word)) {
        for (CollectionRule rule : CollectionRule.load()) {
          if (rule.covers(type)) {
            products.add(
                rule.product().equals(Producers.OPENSHIFT) ? "OpenShift" : "virtualization");
          }
        }
        return products;
      }
    }
    return products;
  }
}
