package mganalyze.oc.table;

import java.util.TreeSet;
import mganalyze.oc.value.Struct;

/** Nodes. */
public final class NodeTable {
  private static final String ROLE = "node-role.kubernetes.io/";

  private NodeTable() {}

  static Shape shape(Shapes shapes) {
    Shape shape =
        new Shape().name().column("Status", NodeTable::status).column("Roles", NodeTable::roles);
    return shapes
        .age(shape)
        .text("Version", "status", "nodeInfo", "kubeletVersion")
        .wide("Internal-IP", node -> address(node, "InternalIP"))
        .wide("External-IP", node -> address(node, "ExternalIP"))
        .wide("OS-Image", node -> info(node, "osImage"))
        .wide("Kernel-Version", node -> info(node, "kernelVersion"))
        .wide("Container-Runtime", node -> info(node, "containerRuntimeVersion"));
  }

  private static String status(Struct node) {
    String ready = Cells.condition(node, "Ready").text("status");
    String status =
        switch (ready) {
          case "" -> "Unknown";
          case "True" -> "Ready";
          default -> "NotReady";
        };
    return node.flag("spec", "unschedulable") ? status + ",SchedulingDisabled" : status;
  }

  /** The roles of a node, sorted and joined by commas; {@code <none>} where it has none. */
  public static String roles(Struct node) {
    TreeSet<String> roles = new TreeSet<>();
    node.map("metadata", "labels")
        .forEach(
            (key, value) -> {
              if (key.startsWith(ROLE)) {
                roles.add(key.substring(ROLE.length()));
              } else if (key.equals("kubernetes.io/role")) {
                roles.add(value);
              }
            });
    roles.remove("");
    return roles.isEmpty() ? "<none>" : String.join(",", roles);
  }

  private static String address(Struct node, String type) {
    for (Struct address : node.items("status", "addresses")) {
      if (address.text("type").equals(type)) {
        return address.text("address");
      }
    }
    return "<none>";
  }

  private static String info(Struct node, String field) {
    return node.textOr("<unknown>", "status", "nodeInfo", field);
  }
}
