package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.table.Cells;
import mganalyze.oc.table.StorageTables;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Replica sets, stateful sets, daemon sets and replication controllers. */
final class Workloads {
  private final Surroundings surroundings;

  Workloads(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void replicaSet(Struct set, Description out) {
    out.field(0, "Name", set.name());
    out.field(0, "Namespace", set.namespace());
    out.field(0, "Selector", Cells.selectorOrNone(set.at("spec", "selector")));
    metadata(set, out);
    String controller = Cells.controller(set);
    if (!controller.isEmpty()) {
      out.field(0, "Controlled By", controller);
    }
    replicas(set, out);
    out.field(0, "Pods Status", surroundings.podPhases(set, set.at("spec", "selector")));
    PodTemplateSection.print(set.at("spec", "template"), out);
    conditions(set, out);
    surroundings.events(set, out);
  }

  void replicationController(Struct controller, Description out) {
    out.field(0, "Name", controller.name());
    out.field(0, "Namespace", controller.namespace());
    out.field(0, "Selector", Cells.pairs(controller.map("spec", "selector")));
    metadata(controller, out);
    replicas(controller, out);
    out.field(0, "Pods Status", surroundings.podPhases(controller, Labels.selector(controller)));
    PodTemplateSection.print(controller.at("spec", "template"), out);
    conditions(controller, out);
    surroundings.events(controller, out);
  }

  private static void replicas(Struct set, Description out) {
    out.field(
        0,
        "Replicas",
        set.number("status", "replicas")
            + " current / "
            + set.number("spec", "replicas")
            + " desired");
  }

  void daemonSet(Struct set, Description out) {
    out.field(0, "Name", set.name());
    out.field(0, "Selector", Cells.selector(set.at("spec", "selector")));
    out.field(0, "Node-Selector", Cells.pairs(set.map("spec", "template", "spec", "nodeSelector")));
    metadata(set, out);
    Struct status = set.at("status");
    count(out, "Desired Number of Nodes Scheduled", status.number("desiredNumberScheduled"));
    count(out, "Current Number of Nodes Scheduled", status.number("currentNumberScheduled"));
    count(
        out,
        "Number of Nodes Scheduled with Up-to-date Pods",
        status.number("updatedNumberScheduled"));
    count(out, "Number of Nodes Scheduled with Available Pods", status.number("numberAvailable"));
    count(out, "Number of Nodes Misscheduled", status.number("numberMisscheduled"));
    out.field(0, "Pods Status", surroundings.podPhases(set, set.at("spec", "selector")));
    PodTemplateSection.print(set.at("spec", "template"), out);
    surroundings.events(set, out);
  }

  private static void count(Description out, String name, long count) {
    out.line(0, name + ": " + count);
  }

  void statefulSet(Struct set, Description out) {
    out.field(0, "Name", set.name());
    out.field(0, "Namespace", set.namespace());
    out.field(0, "CreationTimestamp", Times.rfc1123(set.text("metadata", "creationTimestamp")));
    out.field(0, "Selector", Cells.selector(set.at("spec", "selector")));
    metadata(set, out);
    out.field(
        0,
        "Replicas",
        set.number("spec", "replicas")
            + " desired | "
            + set.number("status", "replicas")
            + " total");
    out.field(0, "Update Strategy", set.text("spec", "updateStrategy", "type"));
    Struct update = set.at("spec", "updateStrategy", "rollingUpdate");
    if (update.has("partition")) {
      out.field(1, "Partition", update.number("partition"));
      if (update.has("maxUnavailable")) {
        out.field(1, "MaxUnavailable", update.text("maxUnavailable"));
      }
    }
    out.field(0, "Pods Status", surroundings.podPhases(set, set.at("spec", "selector")));
    PodTemplateSection.print(set.at("spec", "template"), out);
    claims(set.items("spec", "volumeClaimTemplates"), out);
    surroundings.events(set, out);
  }

  private static void claims(List<Struct> claims, Description out) {
    if (claims.isEmpty()) {
      out.field(0, "Volume Claims", "<none>");
      return;
    }
    out.title(0, "Volume Claims");
    for (Struct claim : claims) {
      out.field(1, "Name", claim.name());
      out.field(1, "StorageClass", StorageTables.storageClass(claim));
      out.pairs("  ", "Labels", claim.map("metadata", "labels"));
      out.pairs("  ", "Annotations", claim.map("metadata", "annotations"));
      String size = claim.text("spec", "resources", "requests", "storage");
      out.field(1, "Capacity", size.isEmpty() ? "<default>" : Quantity.of(size));
      List<String> modes = new ArrayList<>(claim.texts("spec", "accessModes"));
      out.field(1, "Access Modes", "[" + String.join(" ", modes) + "]");
    }
  }

  private static void metadata(Struct object, Description out) {
    out.pairs("Labels", object.map("metadata", "labels"));
    out.annotations("Annotations", object.map("metadata", "annotations"));
  }

  /** The conditions as type, status and reason; nothing where there are none. */
  static void conditions(Struct object, Description out) {
    List<Struct> conditions = object.items("status", "conditions");
    if (conditions.isEmpty()) {
      return;
    }
    out.title(0, "Conditions");
    out.header(1, "Type", "Status", "Reason");
    for (Struct condition : conditions) {
      out.row(1, condition.text("type") + " ", condition.text("status"), condition.text("reason"));
    }
  }
}
