package mganalyze.oc.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.oc.value.Struct;

/**
 * The few types whose tables the server does not print in the order of their keys: builds stand by
 * age, flow schemas by precedence. Lists in other formats keep the order of keys.
 */
final class ServerOrder {
  private ServerOrder() {}

  /** The rows of a listed type, in the order of its table. */
  static List<Resource> of(ResourceType type, List<Resource> resources) {
    return switch (type.qualifiedPlural()) {
      case "builds.build.openshift.io" ->
          sorted(
              resources,
              Comparator.comparing(
                  build -> new Struct(build).text("metadata", "creationTimestamp")));
      case "flowschemas.flowcontrol.apiserver.k8s.io" ->
          sorted(
              resources,
              Comparator.comparing(
                  schema -> new Struct(schema).number("spec", "matchingPrecedence")));
      default -> resources;
    };
  }

  private static List<Resource> sorted(List<Resource> resources, Comparator<JsonNode> order) {
    List<Resource> rows = new ArrayList<>(resources);
    rows.sort(Comparator.comparing(Resource::json, order));
    return rows;
  }
}
