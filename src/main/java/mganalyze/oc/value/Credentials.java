package mganalyze.oc.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What objects of other kinds than Secret hold of secrets. */
public final class Credentials {
  /** What stands for a secret value. */
  public static final String MASK = "***";

  private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private Credentials() {}

  /** The object without its secrets, not to be changed. */
  public static JsonNode masked(JsonNode object) {
    // Clients of the cluster's own login carry their secrets in plain sight.
    boolean client =
        object.path("kind").asText().equals("OAuthClient")
            && object.path("apiVersion").asText().startsWith("oauth.openshift.io/");
    if (!client || !(object.deepCopy() instanceof ObjectNode copy)) {
      return object;
    }
    if (!copy.path("secret").asText().isEmpty()) {
      copy.put("secret", MASK);
    }
    if (copy.path("additionalSecrets") instanceof ArrayNode more) {
      for (int i = 0; i < more.size(); i++) {
        more.set(i, more.textNode(MASK));
      }
    }
    forgetApplied(copy);
    return copy;
  }

  /** Masks the configuration that was applied, which holds all values a second time. */
  public static void forgetApplied(ObjectNode object) {
    if (object.path("metadata").path("annotations") instanceof ObjectNode annotations
        && annotations.has(APPLIED)) {
      annotations.put(APPLIED, MASK);
    }
  }
}
