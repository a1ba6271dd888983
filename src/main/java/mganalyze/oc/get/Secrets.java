package mganalyze.oc.get;

import com.fasterxml.jackson.databind.node.ObjectNode;
import mganalyze.gather.Resource;

/** Takes the values out of secrets, so that none leaves the archive in any format. */
final class Secrets {
  private static final String MASK = "***";
  private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private Secrets() {}

  /** The object of a resource, not to be changed. */
  static ObjectNode masked(Resource resource) {
    ObjectNode object = resource.json();
    if (!resource.type().qualifiedPlural().equals("secrets")) {
      return object;
    }
    ObjectNode copy = object.deepCopy();
    for (String field : new String[] {"data", "stringData"}) {
      if (copy.path(field) instanceof ObjectNode values) {
        for (var entry : values.properties()) {
          entry.setValue(values.textNode(MASK));
        }
      }
    }
    // The configuration that was applied holds the values a second time.
    if (copy.path("metadata").path("annotations") instanceof ObjectNode annotations
        && annotations.has(APPLIED)) {
      annotations.put(APPLIED, MASK);
    }
    return copy;
  }
}
