package mganalyze.oc.describe;

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
    middle(claim);
    field("Capacity", "");
    field("Access Modes", "");
    rest(claim);
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
    middle(claim);
    field("Finalizers", "[" + String.join(" ", claim.texts("metadata", "finalizers")) + "]");
    field("Capacity", StorageTables.claimCapacity(claim));
    field("Access Modes", StorageTables.claimAccessModes(claim));
    rest(claim);
  }

  private void middle(Struct claim) {
    field("Volume", claim.text("spec", "volumeName"));
    out.pairs(indent + "Labels", claim.map("metadata", "labels"));
    out.annotations(indent + "Annotations", claim.map("metadata", "annotations"));
  }

  private void rest(Struct claim) {
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
