package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import mganalyze.oc.table.Cells;
import mganalyze.oc.table.StorageTables;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Claims, volumes and storage classes. */
final class Storage {
  private final Surroundings surroundings;

  Storage(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void claim(Struct claim, Description out) {
    new ClaimSection(out, "").claim(claim, surroundings);
    out.list("", "Used By", users(claim));
    List<Struct> conditions = claim.items("status", "conditions");
    if (!conditions.isEmpty()) {
      out.title(0, "Conditions");
      out.row(1, "Type", "Status", "LastProbeTime", "LastTransitionTime", "Reason", "Message");
      out.row(1, "----", "------", "-----------------", "------------------", "------", "-------");
      for (Struct condition : conditions) {
        out.row(
            1,
            condition.text("type") + " ",
            condition.text("status") + " ",
            Times.rfc1123(condition.text("lastProbeTime")) + " ",
            Times.rfc1123(condition.text("lastTransitionTime")) + " ",
            condition.text("reason") + " ",
            condition.text("message"));
      }
    }
    surroundings.events(claim, out);
  }

  private List<String> users(Struct claim) {
    TreeSet<String> names = new TreeSet<>();
    TreeSet<String> owners = new TreeSet<>();
    for (Struct owner : claim.items("metadata", "ownerReferences")) {
      if (owner.text("kind").equals("Pod")) {
        owners.add(owner.text("uid"));
      }
    }
    for (Struct pod : surroundings.all("pods", claim.namespace())) {
      boolean mounts =
          pod.items("spec", "volumes").stream()
              .anyMatch(
                  volume -> volume.text("persistentVolumeClaim", "claimName").equals(claim.name()));
      if (mounts || owners.contains(pod.text("metadata", "uid"))) {
        names.add(pod.name());
      }
    }
    return new ArrayList<>(names);
  }

  void volume(Struct volume, Description out) {
    out.field(0, "Name", volume.name());
    out.pairs("Labels", volume.map("metadata", "labels"));
    out.annotations("Annotations", volume.map("metadata", "annotations"));
    out.field(
        0, "Finalizers", "[" + String.join(" ", volume.texts("metadata", "finalizers")) + "]");
    out.field(0, "StorageClass", StorageTables.storageClass(volume));
    String deleted = volume.text("metadata", "deletionTimestamp");
    out.field(
        0,
        "Status",
        deleted.isEmpty()
            ? volume.text("status", "phase")
            : "Terminating (lasts " + surroundings.age(deleted) + ")");
    Struct claim = volume.at("spec", "claimRef");
    out.field(
        0,
        "Claim",
        volume.has("spec", "claimRef") ? claim.text("namespace") + "/" + claim.text("name") : "");
    out.field(0, "Reclaim Policy", volume.text("spec", "persistentVolumeReclaimPolicy"));
    out.field(0, "Access Modes", StorageTables.accessModes(volume.texts("spec", "accessModes")));
    if (volume.has("spec", "volumeMode")) {
      out.field(0, "VolumeMode", volume.text("spec", "volumeMode"));
    }
    out.field(0, "Capacity", Quantity.of(volume.text("spec", "capacity", "storage")));
    affinity(volume, out);
    out.field(0, "Message", volume.text("status", "message"));
    out.title(0, "Source");
    VolumeSection.persistent(volume.at("spec"), out);
    surroundings.events(volume, out);
  }

  private static void affinity(Struct volume, Description out) {
    if (!volume.has("spec", "nodeAffinity", "required")) {
      out.field(0, "Node Affinity", "<none>");
      return;
    }
    out.field(0, "Node Affinity", "");
    List<Struct> terms = volume.items("spec", "nodeAffinity", "required", "nodeSelectorTerms");
    out.field(1, "Required Terms", terms.isEmpty() ? "<none>" : "");
    for (int i = 0; i < terms.size(); i++) {
      List<String> lines = new ArrayList<>();
      for (Struct expression : terms.get(i).items("matchExpressions")) {
        String operator = expression.text("operator").toLowerCase(Locale.ROOT);
        lines.add(expression(expression, operator));
      }
      term(out, i, 2, lines);
    }
  }

  private static String expression(Struct expression, String operator) {
    List<String> values = expression.texts("values");
    String list = values.isEmpty() ? "" : " [" + String.join(", ", values) + "]";
    return expression.text("key") + " " + operator + list;
  }

  private static void term(Description out, int number, int level, List<String> lines) {
    out.list("  ".repeat(level), "Term " + number, lines);
  }

  void csiNode(Struct node, Description out) {
    out.field(0, "Name", node.name());
    out.pairs("Labels", node.map("metadata", "labels"));
    out.annotations("Annotations", node.map("metadata", "annotations"));
    out.field(0, "CreationTimestamp", Times.rfc1123(node.text("metadata", "creationTimestamp")));
    out.title(0, "Spec");
    if (node.has("spec", "drivers")) {
      out.title(1, "Drivers");
      for (Struct driver : node.items("spec", "drivers")) {
        out.title(2, driver.text("name"));
        out.field(3, "Node ID", driver.text("nodeID"));
        if (driver.has("allocatable", "count")) {
          out.title(3, "Allocatables");
          out.field(4, "Count", driver.number("allocatable", "count"));
        }
        if (driver.has("topologyKeys")) {
          String keys = String.join(" ", driver.texts("topologyKeys"));
          out.field(3, "Topology Keys", "[" + keys + "]");
        }
      }
    }
    surroundings.events(node, out);
  }

  void storageClass(Struct storageClass, Description out) {
    out.field(0, "Name", storageClass.name());
    out.field(0, "IsDefaultClass", StorageTables.isDefault(storageClass) ? "Yes" : "No");
    out.field(0, "Annotations", Cells.pairs(storageClass.map("metadata", "annotations")));
    out.field(0, "Provisioner", storageClass.text("provisioner"));
    out.field(0, "Parameters", Cells.pairs(storageClass.map("parameters")));
    String expansion = storageClass.flag("allowVolumeExpansion") ? "True" : "False";
    out.field(
        0,
        "AllowVolumeExpansion",
        storageClass.has("allowVolumeExpansion") ? expansion : "<unset>");
    List<String> options = storageClass.texts("mountOptions");
    if (options.isEmpty()) {
      out.field(0, "MountOptions", "<none>");
    } else {
      out.title(0, "MountOptions");
      options.forEach(option -> out.line(1, option));
    }
    if (storageClass.has("reclaimPolicy")) {
      out.field(0, "ReclaimPolicy", storageClass.text("reclaimPolicy"));
    }
    if (storageClass.has("volumeBindingMode")) {
      out.field(0, "VolumeBindingMode", storageClass.text("volumeBindingMode"));
    }
    if (storageClass.has("allowedTopologies")) {
      topologies(storageClass.items("allowedTopologies"), out);
    }
    surroundings.events(storageClass, out);
  }

  private static void topologies(List<Struct> terms, Description out) {
    out.field(0, "AllowedTopologies", terms.isEmpty() ? "<none>" : "");
    for (int i = 0; i < terms.size(); i++) {
      List<String> lines = new ArrayList<>();
      for (Struct expression : terms.get(i).items("matchLabelExpressions")) {
        lines.add(expression(expression, "in"));
      }
      term(out, i, 1, lines);
    }
  }
}
