package mganalyze.oc.describe;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import mganalyze.oc.table.NodeTable;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Nodes, with the pods that run there. */
final class NodeDescriber implements Describer {
  private static final String[][] SYSTEM = {
    {"Machine ID", "machineID"},
    {"System UUID", "systemUUID"},
    {"Boot ID", "bootID"},
    {"Kernel Version", "kernelVersion"},
    {"OS Image", "osImage"},
    {"Operating System", "operatingSystem"},
    {"Architecture", "architecture"},
    {"Container Runtime Version", "containerRuntimeVersion"},
    {"Kubelet Version", "kubeletVersion"},
    {"Kube-Proxy Version", "kubeProxyVersion"}
  };

  private final Surroundings surroundings;

  NodeDescriber(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void describe(Struct node, Description out) {
    out.field(0, "Name", node.name());
    out.field(0, "Roles", NodeTable.roles(node));
    out.pairs("Labels", node.map("metadata", "labels"));
    out.annotations("Annotations", node.map("metadata", "annotations"));
    out.field(0, "CreationTimestamp", Times.rfc1123(node.text("metadata", "creationTimestamp")));
    Placement.taints(out, node.items("spec", "taints"));
    out.field(0, "Unschedulable", node.flag("spec", "unschedulable"));
    lease(node, out);
    conditions(node, out);
    out.title(0, "Addresses");
    for (Struct address : node.items("status", "addresses")) {
      out.field(1, address.text("type"), address.text("address"));
    }
    quantities(out, "Capacity", node.map("status", "capacity"));
    quantities(out, "Allocatable", node.map("status", "allocatable"));
    out.title(0, "System Info");
    for (String[] entry : SYSTEM) {
      out.field(1, entry[0], node.text("status", "nodeInfo", entry[1]));
    }
    optional(out, "PodCIDR", node.text("spec", "podCIDR"));
    optional(out, "PodCIDRs", String.join(",", node.texts("spec", "podCIDRs")));
    optional(out, "ProviderID", node.text("spec", "providerID"));
    String running =
        "spec.nodeName=" + node.name() + ",status.phase!=Succeeded,status.phase!=Failed";
    new NodeLoad(node, surroundings.where("pods", "", running), surroundings.now()).print(out);
    // The kubelet files events under the node's name instead of its uid.
    surroundings.events(node, out, "Node", Stream.of(node.text("metadata", "uid"), node.name()));
  }

  private static void optional(Description out, String name, String value) {
    if (!value.isEmpty()) {
      out.field(0, name, value);
    }
  }

  private void lease(Struct node, Description out) {
    List<Struct> leases =
        surroundings.where(
            "leases.coordination.k8s.io", "kube-node-lease", "metadata.name=" + node.name());
    if (leases.isEmpty()) {
      boolean lacking =
          surroundings.neighbours().lacks("leases.coordination.k8s.io", "kube-node-lease");
      String missing = "leases.coordination.k8s.io \"" + node.name() + "\" not found";
      out.field(0, "Lease", "Failed to get lease: " + (lacking ? "not in the archive" : missing));
      return;
    }
    Struct spec = leases.get(0).at("spec");
    out.title(0, "Lease");
    out.field(1, "HolderIdentity", spec.textOr("<unset>", "holderIdentity"));
    for (String[] time :
        new String[][] {{"AcquireTime", "acquireTime"}, {"RenewTime", "renewTime"}}) {
      out.field(1, time[0], spec.has(time[1]) ? Times.rfc1123(spec.text(time[1])) : "<unset>");
    }
  }

  private static void conditions(Struct node, Description out) {
    List<Struct> conditions = node.items("status", "conditions");
    if (conditions.isEmpty()) {
      return;
    }
    out.title(0, "Conditions");
    out.header(1, "Type", "Status", "LastHeartbeatTime", "LastTransitionTime", "Reason", "Message");
    for (Struct condition : conditions) {
      out.row(
          1,
          condition.text("type") + " ",
          condition.text("status") + " ",
          Times.rfc1123(condition.text("lastHeartbeatTime")) + " ",
          Times.rfc1123(condition.text("lastTransitionTime")) + " ",
          condition.text("reason") + " ",
          condition.text("message"));
    }
  }

  private static void quantities(
      Description out, String name, SortedMap<String, String> quantities) {
    if (!quantities.isEmpty()) {
      out.title(0, name);
      quantities.forEach((key, value) -> out.field(1, key, Quantity.of(value)));
    }
  }
}
