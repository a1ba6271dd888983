package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.table.StorageTables;
import mganalyze.oc.value.Struct;

/** The body of a claim, whole or as the template of an ephemeral volume. */
final class ClaimSection {
  private final Description out;
  private final String indent;

  ClaimSection(Description out, String indent) {
    this.out = out;
    this.indent = indent;
  }

  void template(Struct claim) {
    field("StorageClass", StorageTables.storageClass(claim));
    field("Volume", claim.text("spec", "volumeName"));
    // In a volume of a pod, kubectl indents labels and annotations once more.
    List<String> labels = new ArrayList<>();
    claim.map("metadata", "labels").forEach((key, value) -> labels.add(key + "=" + value));
    if (labels.isEmpty()) {
      labels.add("<none>");
    }
    out.list(indent, "Labels", labels.stream().map(label -> indent + label).toList());
    out.annotations(indent + "Annotations", indent, claim.map("metadata", "annotations"));
    sizes(claim);
  }

  void claim(Struct claim, Surroundings surroundings) {
    field("Name", claim.name());
    field("Namespace", claim.namespace());
    field("StorageClass", StorageTables.storageClass(claim));
    String deleted = claim.text("metadata", "deletionTimestamp");
    field(
        "Status",
        deleted.isEmpty()
            ? claim.text("status", "phase")
            : "Terminating (lasts " + surroundings.age(deleted) + ")");
    field("Volume", claim.text("spec", "volumeName"));
    out.pairs(indent + "Labels", claim.map("metadata", "labels"));
    out.annotations(indent + "Annotations", claim.map("metadata", "annotations"));
    field("Finalizers", "[" + String.join(" ", claim.texts("metadata", "finalizers")) + "]");
    sizes(claim);
  }

  private void sizes(Struct claim) {
    field("Capacity", StorageTables.claimCapacity(claim));
    field("Access Modes", StorageTables.claimAccessModes(claim));
    if (claim.has("spec", "volumeMode")) {
      field("VolumeMode", claim.text("spec", "volumeMode"));
    }
    if (claim.has("spec", "dataSource")) {
      Struct source = claim.at("spec", "dataSource");
      out.append(indent + "DataSource:\n");
      if (source.has("apiGroup")) {
        field("  APIGroup", source.text("apiGroup"));
      }
      field("  Kind", source.text("kind"));
      field("  Name", source.text("name"));
    }
  }

  private void field(String name, String value) {
    out.append(indent + name + ":\t" + value + "\n");
  }
}
