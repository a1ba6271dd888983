package mganalyze.oc.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** The other types of openshift-apiserver, as it prints them. */
final class OpenShiftTables {
  private static final int TAGS_WIDTH = 40;

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
              .number("Desired", "spec", "replicas")
              .number("Current", "status", "updatedReplicas")
              .column("Triggered By", OpenShiftTables::triggers);
      case "buildconfigs" ->
          new Shape()
              .name()
              .text("Type", "spec", "strategy", "type")
              .column("From", OpenShiftTables::source)
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
      case "projects" ->
          new Shape()
              .name()
              .text("Display Name", "metadata", "annotations", "openshift.io/display-name")
              .text("Status", "status", "phase");
      default -> null;
    };
  }

  private static String triggers(Struct config) {
    TreeSet<String> triggers = new TreeSet<>();
    for (Struct trigger : config.items("spec", "triggers")) {
      String type = trigger.text("type");
      if (type.equals("ConfigChange")) {
        triggers.add("config");
      } else if (type.equals("ImageChange")) {
        triggers.add("image(" + trigger.text("imageChangeParams", "from", "name") + ")");
      } else {
        triggers.add(type);
      }
    }
    return String.join(",", triggers);
  }

  private static String source(Struct build) {
    List<String> parts = new ArrayList<>();
    if (build.has("spec", "source", "binary")) {
      parts.add("Binary");
    }
    if (build.has("spec", "source", "dockerfile") && !build.has("spec", "source", "git")) {
      parts.add("Dockerfile");
    }
    if (build.has("spec", "source", "git")) {
      String commit = build.text("spec", "revision", "git", "commit");
      String reference = build.text("spec", "source", "git", "ref");
      String shown =
          commit.isEmpty() ? reference : commit.substring(0, Math.min(7, commit.length()));
      parts.add(shown.isEmpty() ? "Git" : "Git@" + shown);
    }
    return String.join(",", parts);
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
        .column("Duration", this::duration);
  }

  private String started(Struct build) {
    String start = build.text("status", "startTimestamp");
    return start.isEmpty() ? "" : ago(start);
  }

  private String duration(Struct build) {
    Optional<Instant> start = Times.parse(build.text("status", "startTimestamp"));
    if (start.isEmpty()) {
      return "";
    }
    Instant end = Times.parse(build.text("status", "completionTimestamp")).orElse(shapes.now());
    long seconds = Math.max(0, Duration.between(start.get(), end).toSeconds());
    long hours = seconds / 3600;
    long minutes = seconds % 3600 / 60;
    String rest = seconds % 60 + "s";
    if (hours > 0) {
      return hours + "h" + minutes + "m" + rest;
    }
    return minutes > 0 ? minutes + "m" + rest : rest;
  }

  private static String repository(Struct stream) {
    String shown = stream.text("status", "publicDockerImageRepository");
    if (shown.isEmpty()) {
      shown = stream.text("spec", "dockerImageRepository");
    }
    return shown.isEmpty() ? stream.text("status", "dockerImageRepository") : shown;
  }

  private static String tags(Struct stream) {
    List<String> tags = new ArrayList<>();
    for (Struct tag : stream.items("status", "tags")) {
      tags.add(tag.text("tag"));
    }
    List<String> shown = new ArrayList<>();
    int width = 0;
    for (String tag : tags) {
      if (width > 0 && width + tag.length() > TAGS_WIDTH) {
        return String.join(",", shown) + " + " + (tags.size() - shown.size()) + " more...";
      }
      shown.add(tag);
      width += tag.length();
    }
    return String.join(",", shown);
  }

  private String updated(Struct stream) {
    String latest = "";
    for (Struct tag : stream.items("status", "tags")) {
      for (Struct item : tag.items("items")) {
        String created = item.text("created");
        latest = created.compareTo(latest) > 0 ? created : latest;
      }
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
    return line.length() > 80 ? line.substring(0, 77) + "..." : line;
  }

  private static String parameters(Struct template) {
    int empty = 0;
    int generated = 0;
    List<Struct> parameters = template.items("parameters");
    for (Struct parameter : parameters) {
      if (!parameter.text("generate").isEmpty()) {
        generated++;
      } else if (parameter.text("value").isEmpty()) {
        empty++;
      }
    }
    String count = parameters.size() + " ";
    if (empty > 0) {
      return count + "(" + empty + " blank)";
    }
    return generated > 0 ? count + "(" + generated + " generated)" : count + "(all set)";
  }
}
