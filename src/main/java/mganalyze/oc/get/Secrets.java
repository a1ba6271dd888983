package mganalyze.oc.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mganalyze.gather.Resource;
import mganalyze.oc.value.Credentials;

/** Takes the values out of secrets, so that none leaves the archive in any format. */
final class Secrets {

  private Secrets() {}

  /** The object of a resource, not to be changed. */
  static JsonNode masked(Resource resource) {
    ObjectNode object = resource.json();
    if (!resource.type().qualifiedPlural().equals("secrets")) {
      return Credentials.masked(object);
    }
    ObjectNode copy = object.deepCopy();
    for (String field : new String[] {"data", "stringData"}) {
      if (copy.path(field) instanceof ObjectNode values) {
        for (var entry : values.properties()) {
          entry.setValue(values.textNode(Credentials.MASK));
        }
      }
    }
    Credentials.forgetApplied(copy);
    return copy;
  }
}
