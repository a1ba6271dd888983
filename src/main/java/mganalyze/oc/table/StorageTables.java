package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/** Volumes, claims, and the group storage.k8s.io. */
public final class StorageTables {
  private static final int SINCE_ATTRIBUTES_CLASS = 29;
  private static final String BETA_CLASS = "volume.beta.kubernetes.io/storage-class";
  private static final String[] DEFAULT_MARKS = {
    "storageclass.kubernetes.io/is-default-class",
    "storageclass.beta.kubernetes.io/is-default-class"
  };
  private static final String[][] MODES = {
    {"ReadWriteOnce", "RWO"},
    {"ReadOnlyMany", "ROX"},
    {"ReadWriteMany", "RWX"},
    {"ReadWriteOncePod", "RWOP"}
  };

  private final Shapes shapes;

  StorageTables(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Null for a type without a table. */
  Shape shape(String plural) {
    return switch (plural) {
      case "persistentvolumes" -> volumes();
      case "persistentvolumeclaims" -> claims();
      case "storageclasses" -> classes();
      case "csidrivers" -> drivers();
      case "csinodes" ->
          shapes.age(
              new Shape()
                  .name()
                  .column("Drivers", node -> Integer.toString(node.size("spec", "drivers"))));
      case "csistoragecapacities" ->
          new Shape()
              .name()
              .text("StorageClassName", "storageClassName")
              .column(
                  "Capacity",
                  object -> object.has("capacity") ? quantity(object.text("capacity")) : "<unset>");
      case "volumeattachments" ->
          shapes.age(
              new Shape()
                  .name()
                  .text("Attacher", "spec", "attacher")
                  .text("PV", "spec", "source", "persistentVolumeName")
                  .text("Node", "spec", "nodeName")
                  .column(
                      "Attached", object -> Boolean.toString(object.flag("status", "attached"))));
      case "volumeattributesclasses" ->
          shapes.age(new Shape().name().text("DriverName", "driverName"));
      default -> null;
    };
  }

  private Shape volumes() {
    Shape shape =
        new Shape()
            .name()
            .column("Capacity", volume -> quantity(volume.text("spec", "capacity", "storage")))
            .column("Access Modes", volume -> accessModes(volume.texts("spec", "accessModes")))
            .text("Reclaim Policy", "spec", "persistentVolumeReclaimPolicy")
            .column("Status", StorageTables::phase)
            .column("Claim", StorageTables::claim)
            .column("StorageClass", StorageTables::storageClass);
    return withAttributesClass(shape)
        .text("Reason", "status", "reason")
        .transform(shapes::age)
        .wide("VolumeMode", StorageTables::mode);
  }

  private Shape claims() {
    Shape shape =
        new Shape()
            .name()
            .column("Status", StorageTables::phase)
            .text("Volume", "spec", "volumeName")
            .column("Capacity", StorageTables::claimCapacity)
            .column("Access Modes", StorageTables::claimAccessModes)
            .column("StorageClass", StorageTables::storageClass);
    return withAttributesClass(shape)
        .transform(shapes::age)
        .wide("VolumeMode", StorageTables::mode);
  }

  private Shape withAttributesClass(Shape shape) {
    return shapes.isSince(SINCE_ATTRIBUTES_CLASS)
        ? shape.column(
            "VolumeAttributesClass",
            object -> object.textOr("<unset>", "spec", "volumeAttributesClassName"))
        : shape;
  }

  private static String phase(Struct object) {
    return Cells.isDeleted(object) ? "Terminating" : object.text("status", "phase");
  }

  private static String mode(Struct object) {
    return object.textOr("<unset>", "spec", "volumeMode");
  }

  private static String claim(Struct volume) {
    return volume.has("spec", "claimRef")
        ? volume.text("spec", "claimRef", "namespace")
            + "/"
            + volume.text("spec", "claimRef", "name")
        : "";
  }

  /** The storage class of a volume or a claim, empty where it has none. */
  public static String storageClass(Struct object) {
    return object.textOr(
        object.text("spec", "storageClassName"), "metadata", "annotations", BETA_CLASS);
  }

  /** The size that a bound claim has, empty for one that is not bound. */
  public static String claimCapacity(Struct claim) {
    return claim.text("spec", "volumeName").isEmpty()
        ? ""
        : quantity(claim.text("status", "capacity", "storage"));
  }

  /** The access modes that a bound claim has, empty for one that is not bound. */
  public static String claimAccessModes(Struct claim) {
    return claim.text("spec", "volumeName").isEmpty()
        ? ""
        : accessModes(claim.texts("status", "accessModes"));
  }

  /** {@code RWO,RWX}: short forms in a fixed order. */
  public static String accessModes(List<String> modes) {
    Set<String> present = new TreeSet<>(modes);
    List<String> texts = new ArrayList<>();
    for (String[] mode : MODES) {
      if (present.contains(mode[0])) {
        texts.add(mode[1]);
      }
    }
    return String.join(",", texts);
  }

  private static String quantity(String text) {
    return Quantity.of(text).toString();
  }

  private Shape classes() {
    Shape shape =
        new Shape()
            .name(object -> object.name() + (isDefault(object) ? " (default)" : ""))
            .text("Provisioner", "provisioner")
            .column("ReclaimPolicy", object -> object.textOr("Delete", "reclaimPolicy"))
            .column("VolumeBindingMode", object -> object.textOr("Immediate", "volumeBindingMode"))
            .column(
                "AllowVolumeExpansion",
                object -> Boolean.toString(object.flag("allowVolumeExpansion")));
    return shapes.age(shape);
  }

  /** Whether claims without a class get this storage class. */
  public static boolean isDefault(Struct storageClass) {
    for (String mark : DEFAULT_MARKS) {
      if (storageClass.text("metadata", "annotations", mark).equals("true")) {
        return true;
      }
    }
    return false;
  }

  private Shape drivers() {
    Shape shape =
        new Shape()
            .name()
            .column("AttachRequired", object -> trueUnlessFalse(object, "attachRequired"))
            .column(
                "PodInfoOnMount", object -> Boolean.toString(object.flag("spec", "podInfoOnMount")))
            .column(
                "StorageCapacity",
                object -> Boolean.toString(object.flag("spec", "storageCapacity")))
            .column("TokenRequests", StorageTables::tokens)
            .column(
                "RequiresRepublish",
                object -> Boolean.toString(object.flag("spec", "requiresRepublish")))
            .column("Modes", StorageTables::modes);
    return shapes.age(shape);
  }

  private static String trueUnlessFalse(Struct object, String field) {
    return Boolean.toString(!object.has("spec", field) || object.flag("spec", field));
  }

  private static String tokens(Struct driver) {
    List<Struct> requests = driver.items("spec", "tokenRequests");
    return requests.isEmpty()
        ? "<unset>"
        : Cells.join(requests, request -> request.text("audience"));
  }

  private static String modes(Struct driver) {
    List<String> modes = driver.texts("spec", "volumeLifecycleModes");
    return modes.isEmpty() ? "<none>" : String.join(",", modes);
  }
}
