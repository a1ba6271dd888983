package mganalyze.oc.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import mganalyze.gather.ResourceType;
import mganalyze.oc.value.Ages;
import mganalyze.oc.value.Struct;

/** Finds the table of a resource type. */
public final class Shapes {
  private final Instant now;
  private final int kubernetesMinor;

  /**
   * @param now the time that ages count to
   * @param kubernetesMinor the cluster's version, 31 for 1.31; 0 where it is not known, which is
   *     taken for a new one
   */
  public Shapes(Instant now, int kubernetesMinor) {
    this.now = now;
    this.kubernetesMinor = kubernetesMinor == 0 ? Integer.MAX_VALUE : kubernetesMinor;
  }

  /**
   * The table of a type.
   *
   * @param definition its CustomResourceDefinition, where there is one
   */
  public Shape of(ResourceType type, Optional<JsonNode> definition) {
    if (definition.isPresent()) {
      return new CustomTable(this).shape(new Struct(definition.get()), type.versions().get(0));
    }
    Shape shape =
        switch (type.group()) {
          case "" -> core(type.plural());
          case "apps", "batch", "autoscaling", "extensions" ->
              new WorkloadTables(this).shape(type.plural());
          case "networking.k8s.io", "discovery.k8s.io" ->
              new NetworkTables(this).shape(type.plural());
          case "storage.k8s.io" -> new StorageTables(this).shape(type.plural());
          case "rbac.authorization.k8s.io" -> AccessTables.rbac(this, type.plural());
          case "events.k8s.io" -> type.plural().equals("events") ? EventTable.shape(this) : null;
          case "route.openshift.io" -> type.plural().equals("routes") ? RouteTable.shape() : null;
          case "apps.openshift.io",
              "build.openshift.io",
              "image.openshift.io",
              "template.openshift.io",
              "project.openshift.io" ->
              new OpenShiftTables(this).shape(type.plural());
          case "oauth.openshift.io", "user.openshift.io" -> LoginTables.shape(type.plural());
          default -> new ControlTables(this).shape(type.plural());
        };
    if (shape != null) {
      return shape;
    }
    return type.custom() || type.group().contains("openshift.io")
        ? nameAndAge()
        : nameAndCreation();
  }

  private Shape core(String plural) {
    return switch (plural) {
      case "pods" -> PodTable.shape(this);
      case "nodes" -> NodeTable.shape(this);
      case "events" -> EventTable.shape(this);
      case "services", "endpoints" -> new ServiceTables(this).shape(plural);
      case "persistentvolumes", "persistentvolumeclaims" -> new StorageTables(this).shape(plural);
      case "replicationcontrollers", "podtemplates" -> new WorkloadTables(this).shape(plural);
      default -> new CoreTables(this).shape(plural);
    };
  }

  private Shape nameAndAge() {
    return age(new Shape().name());
  }

  private static Shape nameAndCreation() {
    return new Shape().name().text("Created At", "metadata", "creationTimestamp");
  }

  boolean isSince(int minor) {
    return kubernetesMinor >= minor;
  }

  Instant now() {
    return now;
  }

  /** The age of the timestamp at a path. */
  String age(Struct object, String... path) {
    return Ages.since(object.text(path), now);
  }

  Shape age(Shape shape) {
    return shape.column("Age", object -> age(object, "metadata", "creationTimestamp"));
  }
}
