package mganalyze.oc.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mganalyze.oc.value.Ages;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** What runs pods: the groups apps, batch and autoscaling, and their forerunners in core. */
final class WorkloadTables {
  private static final int SINCE_TIME_ZONE = 30;
  private static final int SINCE_JOB_STATUS = 31;

  private final Shapes shapes;

  WorkloadTables(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Null for a type without a table. */
  Shape shape(String plural) {
    return switch (plural) {
      case "deployments" -> deployments();
      case "daemonsets" -> daemonSets();
      case "replicasets", "replicationcontrollers" -> replicaSets(plural);
      case "statefulsets" -> statefulSets();
      case "jobs" -> jobs();
      case "cronjobs" -> cronJobs();
      case "controllerrevisions" -> revisions();
      case "horizontalpodautoscalers" -> AutoscalerTable.shape(shapes);
      case "podtemplates" ->
          new Shape()
              .name()
              .column("Containers", template -> containers(template, "name", "template"))
              .column("Images", template -> containers(template, "image", "template"))
              .column(
                  "Pod Labels",
                  template -> Cells.pairs(template.map("template", "metadata", "labels")));
      default -> null;
    };
  }

  private Shape deployments() {
    Shape shape =
        new Shape()
            .name()
            .column("Ready", WorkloadTables::readyOfDesired)
            .number("Up-to-date", "status", "updatedReplicas")
            .number("Available", "status", "availableReplicas");
    return withContainers(shapes.age(shape), "spec", "template")
        .wide("Selector", object -> Cells.selector(object.at("spec", "selector")));
  }

  private static String readyOfDesired(Struct object) {
    return object.number("status", "readyReplicas") + "/" + object.number("spec", "replicas");
  }

  private Shape daemonSets() {
    Shape shape =
        new Shape()
            .name()
            .number("Desired", "status", "desiredNumberScheduled")
            .number("Current", "status", "currentNumberScheduled")
            .number("Ready", "status", "numberReady")
            .number("Up-to-date", "status", "updatedNumberScheduled")
            .number("Available", "status", "numberAvailable")
            .column(
                "Node Selector",
                set -> Cells.pairs(set.map("spec", "template", "spec", "nodeSelector")));
    return withContainers(shapes.age(shape), "spec", "template")
        .wide("Selector", object -> Cells.selectorOrNone(object.at("spec", "selector")));
  }

  private Shape replicaSets(String plural) {
    Shape shape =
        new Shape()
            .name()
            .number("Desired", "spec", "replicas")
            .number("Current", "status", "replicas")
            .number("Ready", "status", "readyReplicas");
    withContainers(shapes.age(shape), "spec", "template");
    return plural.equals("replicasets")
        ? shape.wide("Selector", set -> Cells.selectorOrNone(set.at("spec", "selector")))
        : shape.wide("Selector", controller -> Cells.pairs(controller.map("spec", "selector")));
  }

  private Shape statefulSets() {
    Shape shape = new Shape().name().column("Ready", WorkloadTables::readyOfDesired);
    return withContainers(shapes.age(shape), "spec", "template");
  }

  private Shape jobs() {
    Shape shape = new Shape().name();
    if (shapes.isSince(SINCE_JOB_STATUS)) {
      shape.column("Status", WorkloadTables::status);
    }
    shape.column("Completions", WorkloadTables::completions).column("Duration", this::duration);
    return withContainers(shapes.age(shape), "spec", "template")
        .wide("Selector", job -> Cells.selectorOrNone(job.at("spec", "selector")));
  }

  private static String status(Struct job) {
    if (holds(job, "Complete")) {
      return "Complete";
    }
    if (holds(job, "Failed")) {
      return "Failed";
    }
    if (Cells.isDeleted(job)) {
      return "Terminating";
    }
    if (holds(job, "Suspended")) {
      return "Suspended";
    }
    return holds(job, "FailureTarget") ? "FailureTarget" : "Running";
  }

  private static boolean holds(Struct object, String type) {
    return Cells.condition(object, type).text("status").equals("True");
  }

  private static String completions(Struct job) {
    long succeeded = job.number("status", "succeeded");
    if (job.has("spec", "completions")) {
      return succeeded + "/" + job.number("spec", "completions");
    }
    long parallelism = job.number("spec", "parallelism");
    return parallelism > 1 ? succeeded + "/1 of " + parallelism : succeeded + "/1";
  }

  private String duration(Struct job) {
    Optional<Instant> start = Times.parse(job.text("status", "startTime"));
    if (start.isEmpty()) {
      return "";
    }
    Instant end = Times.parse(job.text("status", "completionTime")).orElse(shapes.now());
    return Ages.print(Duration.between(start.get(), end));
  }

  private Shape cronJobs() {
    Shape shape = new Shape().name().text("Schedule", "spec", "schedule");
    if (shapes.isSince(SINCE_TIME_ZONE)) {
      shape.column("Timezone", job -> job.textOr("<none>", "spec", "timeZone"));
    }
    shape
        .column("Suspend", job -> Cells.capitalised(job, "spec", "suspend"))
        .column("Active", job -> Integer.toString(job.size("status", "active")))
        .column(
            "Last Schedule",
            job ->
                job.has("status", "lastScheduleTime")
                    ? shapes.age(job, "status", "lastScheduleTime")
                    : "<none>");
    return withContainers(shapes.age(shape), "spec", "jobTemplate", "spec", "template")
        .wide(
            "Selector",
            job -> Cells.selectorOrNone(job.at("spec", "jobTemplate", "spec", "selector")));
  }

  private Shape revisions() {
    Shape shape =
        new Shape()
            .name()
            .column("Controller", WorkloadTables::owner)
            .number("Revision", "revision");
    return shapes.age(shape);
  }

  private static String owner(Struct object) {
    for (Struct owner : object.items("metadata", "ownerReferences")) {
      if (owner.flag("controller")) {
        String version = owner.text("apiVersion");
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : "." + version.substring(0, slash);
        String kind = owner.text("kind").toLowerCase(Locale.ROOT);
        return kind + group + "/" + owner.text("name");
      }
    }
    return "<none>";
  }

  private static Shape withContainers(Shape shape, String... template) {
    return shape
        .wide("Containers", object -> containers(object, "name", template))
        .wide("Images", object -> containers(object, "image", template));
  }

  private static String containers(Struct object, String field, String... template) {
    List<String> texts = new ArrayList<>();
    for (Struct container : object.at(template).items("spec", "containers")) {
      texts.add(container.text(field));
    }
    return String.join(",", texts);
  }
}
