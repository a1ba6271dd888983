package mganalyze.oc.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** The other types of openshift-apiserver, as it prints them. */
final class OpenShiftTables {
  private final Shapes shapes;

  OpenShiftTables(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Null for a type without a table. */
  Shape shape(String plural) {
    return switch (plural) {
      case "deploymentconfigs" ->
          new Shape()
              .name()
              .number("Revision", "status", "latestVersion")
              .column("Desired", OpenShiftTables::desired)
              .number("Current", "status", "updatedReplicas")
              .column("Triggered By", OpenShiftTables::triggers);
      case "buildconfigs" ->
          new Shape()
              .name()
              .text("Type", "spec", "strategy", "type")
              .column(
                  "From",
                  config ->
                      config.has("spec", "strategy", "customStrategy")
                          ? config.text("spec", "strategy", "customStrategy", "from", "name")
                          : source(config))
              .number("Latest", "status", "lastVersion");
      case "builds" -> builds();
      case "imagestreams" ->
          new Shape()
              .name()
              .column("Image Repository", OpenShiftTables::repository)
              .column("Tags", OpenShiftTables::tags)
              .column("Updated", this::updated);
      case "imagestreamtags" ->
          new Shape()
              .name()
              .text("Image Reference", "image", "dockerImageReference")
              .column("Updated", tag -> ago(tag.text("metadata", "creationTimestamp")))
              .wide("Image Name", tag -> tag.text("image", "metadata", "name"));
      case "images" -> new Shape().name().text("Image Reference", "dockerImageReference");
      case "templates" ->
          new Shape()
              .name()
              .column("Description", OpenShiftTables::description)
              .column("Parameters", OpenShiftTables::parameters)
              .column("Objects", template -> Integer.toString(template.size("objects")));
      case "templateinstances" ->
          new Shape().name().text("Template", "spec", "template", "metadata", "name");
      case "projects" ->
          new Shape()
              .name()
              .text("Display Name", "metadata", "annotations", "openshift.io/display-name")
              .text("Status", "status", "phase");
      default -> null;
    };
  }

  private static String desired(Struct config) {
    String replicas = Long.toString(config.number("spec", "replicas"));
    return config.flag("spec", "test") ? replicas + " (during test)" : replicas;
  }

  private static String triggers(Struct config) {
    TreeSet<String> triggers = new TreeSet<>();
    for (Struct trigger : config.items("spec", "triggers")) {
      String type = trigger.text("type");
      switch (type) {
        case "ConfigChange" -> triggers.add("config");
        case "ImageChange" -> {
          Struct image = trigger.at("imageChangeParams");
          if (image.flag("automatic")) {
            String kind = image.text("from", "kind");
            String word = kind.equals("ImageStreamTag") ? "image" : kind;
            triggers.add(word + "(" + strangers(config, image) + image.text("from", "name") + ")");
          }
        }
        default -> triggers.add(type);
      }
    }
    return String.join(",", triggers);
  }

  /** The containers that a trigger names, where the template does not have them all. */
  private static String strangers(Struct config, Struct image) {
    TreeSet<String> containers = new TreeSet<>();
    for (Struct container : config.items("spec", "template", "spec", "containers")) {
      containers.add(container.text("name"));
    }
    List<String> named = new ArrayList<>(image.texts("containerNames"));
    if (containers.size() == 1 || containers.containsAll(named)) {
      return "";
    }
    named.sort(null);
    return String.join(",", named) + ":";
  }

  private static String source(Struct build) {
    Struct source = build.at("spec", "source");
    boolean git = source.has("git");
    String from = "";
    if (source.has("binary")) {
      from = "Binary";
    } else if (source.has("dockerfile")) {
      from = git ? "Dockerfile,Git" : "Dockerfile";
    } else if (git) {
      from = "Git";
    }
    String revision = from.isEmpty() || from.equals("Dockerfile") ? "" : revision(build);
    return revision.isEmpty() ? from : from + "@" + revision;
  }

  private static String revision(Struct build) {
    String revision =
        build
            .at("spec", "revision", "git")
            .textOr(build.text("spec", "source", "git", "ref"), "commit");
    // Only what looks like a whole hash is shortened.
    return revision.matches("[a-fA-F0-9]{21,}") ? revision.substring(0, 7) : revision;
  }

  private Shape builds() {
    return new Shape()
        .name()
        .text("Type", "spec", "strategy", "type")
        .column("From", OpenShiftTables::source)
        .column(
            "Status",
            build -> {
              String reason = build.text("status", "reason");
              String phase = build.text("status", "phase");
              return reason.isEmpty() ? phase : phase + " (" + reason + ")";
            })
        .column("Started", build -> started(build))
        .column("Duration", OpenShiftTables::duration);
  }

  private String started(Struct build) {
    String start = build.text("status", "startTimestamp");
    return start.isEmpty() ? "" : ago(start);
  }

  // A build that has not ended has no duration yet. It is kept in nanoseconds, but whole seconds.
  private static String duration(Struct build) {
    Duration span = Duration.ofNanos(build.number("status", "duration"));
    return span.isZero() ? "" : Spans.print(span);
  }

  private static String repository(Struct stream) {
    String shown = stream.text("status", "publicDockerImageRepository");
    if (shown.isEmpty()) {
      shown = stream.text("spec", "dockerImageRepository");
    }
    return shown.isEmpty() ? stream.text("status", "dockerImageRepository") : shown;
  }

  private static String tags(Struct stream) {
    return ImageTags.print(
        stream.items("status", "tags").stream().map(tag -> tag.text("tag")).toList());
  }

  private String updated(Struct stream) {
    String latest = "";
    for (Struct tag : stream.items("status", "tags")) {
      List<Struct> items = tag.items("items");
      String created = items.isEmpty() ? "" : items.get(0).text("created");
      latest = created.compareTo(latest) > 0 ? created : latest;
    }
    return latest.isEmpty() ? "" : ago(latest);
  }

  private String ago(String timestamp) {
    return Times.parse(timestamp)
        .map(then -> words(Duration.between(then, shapes.now())) + " ago")
        .orElse("");
  }

  /** A span in the words of Docker's unit library. */
  static String words(Duration span) {
    long seconds = span.toSeconds();
    long minutes = seconds / 60;
    long hours = Math.round(seconds / 3600.0);
    if (seconds < 1) {
      return "Less than a second";
    }
    if (seconds == 1) {
      return "1 second";
    }
    if (seconds < 60) {
      return seconds + " seconds";
    }
    if (minutes == 1) {
      return "About a minute";
    }
    if (minutes < 60) {
      return minutes + " minutes";
    }
    if (hours == 1) {
      return "About an hour";
    }
    if (hours < 48) {
      return hours + " hours";
    }
    if (hours < 24 * 7 * 2) {
      return hours / 24 + " days";
    }
    if (hours < 24 * 30 * 2) {
      return hours / 24 / 7 + " weeks";
    }
    if (hours < 24 * 365 * 2) {
      return hours / 24 / 30 + " months";
    }
    return seconds / 3600 / 24 / 365 + " years";
  }

  private static String description(Struct template) {
    String text = template.text("metadata", "annotations", "description");
    int newline = text.indexOf('\n');
    String line = newline < 0 ? text : text.substring(0, newline) + "...";
    return line.length() > 80 ? line.substring(0, 77).strip() + "..." : line;
  }

  private static String parameters(Struct template) {
    int empty = 0;
    int generated = 0;
    List<Struct> parameters = template.items("parameters");
    for (Struct parameter : parameters) {
      if (!parameter.text("value").isEmpty()) {
        continue;
      }
      if (parameter.text("generate").isEmpty()) {
        empty++;
      } else {
        generated++;
      }
    }
    String count = parameters.size() + " ";
    if (empty > 0) {
      return count + "(" + empty + " blank)";
    }
    return generated > 0 ? count + "(" + generated + " generated)" : count + "(all set)";
  }
}
