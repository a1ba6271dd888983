package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;

/** Which node runs which components of OpenShift Virtualization, ready or not. */
final class NodeMatrix {
  private static final String ROLE = "node-role.kubernetes.io/";

  private NodeMatrix() {}

  /** One row for each gathered node; no rows where nothing of the components was gathered. */
  static List<Report.NodeRow> of(Gather gather) {
    Optional<String> namespace = gather.cluster().installNamespace();
    List<Resource> nodes = all(gather, "nodes", Scope.all());
    if (namespace.isEmpty() || nodes.isEmpty()) {
      return List.of();
    }
    Map<String, Map<String, int[]>> byNode = new TreeMap<>();
    for (Resource pod : all(gather, "pods", Scope.of(namespace.get()))) {
      JsonNode object = pod.json();
      String phase = object.path("status").path("phase").asText();
      String node = object.path("spec").path("nodeName").asText();
      if (node.isEmpty() || phase.equals("Succeeded") || phase.equals("Failed")) {
        continue;
      }
      int[] cell =
          byNode
              .computeIfAbsent(node, k -> new TreeMap<>())
              .computeIfAbsent(Lane.of(pod.name()), k -> new int[3]);
      cell[0]++;
      cell[1] += isReady(object) ? 1 : 0;
      for (JsonNode status : object.path("status").path("containerStatuses")) {
        cell[2] += status.path("restartCount").asInt();
      }
    }
    List<Report.NodeRow> rows = new ArrayList<>();
    for (Resource node : nodes) {
      rows.add(row(node, byNode.getOrDefault(node.name(), Map.of())));
    }
    return rows;
  }

  private static Report.NodeRow row(Resource node, Map<String, int[]> components) {
    List<Report.NodeRow.Cell> cells = new ArrayList<>();
    for (Map.Entry<String, int[]> component : components.entrySet()) {
      int[] cell = component.getValue();
      cells.add(new Report.NodeRow.Cell(component.getKey(), cell[0], cell[1], cell[2]));
    }
    JsonNode object = node.json();
    return new Report.NodeRow(
        node.name(),
        ready(object),
        !object.path("spec").path("unschedulable").asBoolean(false),
        roles(object),
        cells);
  }

  private static Optional<Boolean> ready(JsonNode object) {
    for (JsonNode condition : object.path("status").path("conditions")) {
      if (condition.path("type").asText().equals("Ready")) {
        String status = condition.path("status").asText();
        return status.equals("Unknown") ? Optional.empty() : Optional.of(status.equals("True"));
      }
    }
    return Optional.empty();
  }

  private static boolean isReady(JsonNode pod) {
    return ready(pod).orElse(false);
  }

  private static String roles(JsonNode object) {
    TreeSet<String> roles = new TreeSet<>();
    for (Map.Entry<String, JsonNode> label : object.path("metadata").path("labels").properties()) {
      if (label.getKey().startsWith(ROLE) && label.getKey().length() > ROLE.length()) {
        roles.add(label.getKey().substring(ROLE.length()));
      }
    }
    return String.join(",", roles);
  }

  static List<Resource> all(Gather gather, String type, Scope scope) {
    Optional<ResourceType> found = gather.types().find(type);
    return found.isEmpty() ? List.of() : gather.resources(found.get(), scope);
  }
}
