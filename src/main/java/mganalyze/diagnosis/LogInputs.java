package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.finding.Missing;
import mganalyze.gather.Gather;
import mganalyze.gather.LogFile;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.runbook.Input;

/** Reads log lines of pods for checks. */
final class LogInputs {
  private final Gather gather;
  private final LogScan scan;
  private final ObjectInputs objects;

  LogInputs(Gather gather, LogScan scan, ObjectInputs objects) {
    this.gather = gather;
    this.scan = scan;
    this.objects = objects;
  }

  /** Tells the scan which logs an input will ask for. */
  void plan(Input.LogLines input) {
    Optional<Query> pods = input.pods().query(gather);
    if (pods.isPresent()) {
      for (Resource pod : gather.resources(pods.get())) {
        files(input, pod).forEach(file -> scan.plan(file, input.pattern()));
      }
    }
  }

  Reading read(Input.LogLines input, Sources sources) {
    Optional<Query> query = input.pods().query(gather);
    if (query.isEmpty()) {
      return Reading.nothing(objects.unnamed(input.pods()));
    }
    List<Missing> missing = new ArrayList<>();
    boolean isAnyThere = gather.coverage(query.get()).isComplete();
    if (!isAnyThere) {
      missing.add(missing("logs of " + input.pods().type() + " " + input.pods().labels()));
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Resource pod : gather.resources(query.get())) {
      List<LogFile> files = files(input, pod);
      isAnyThere |= !files.isEmpty();
      addLines(input, files, array, sources);
      // Whether a compressed log is whole shows when it is read.
      lost(input, pod, files).ifPresent(missing::add);
    }
    return new Reading(isAnyThere ? array : NullNode.getInstance(), missing);
  }

  private Missing missing(String what) {
    return new Missing(what, gather.virtualizationCommand());
  }

  private List<LogFile> files(Input.LogLines input, Resource pod) {
    List<LogFile> files = new ArrayList<>();
    List<String> containers =
        input
            .container()
            .map(List::of)
            .orElseGet(() -> gather.logs().containers(pod.namespace(), pod.name()));
    for (String container : containers) {
      if (input.previous()) {
        files.addAll(gather.logs().files(pod.namespace(), pod.name(), container, true));
      }
      files.addAll(gather.logs().files(pod.namespace(), pod.name(), container, false));
    }
    return files;
  }

  /** The log that a pod must have and that was not gathered whole. */
  private Optional<Missing> lost(Input.LogLines input, Resource pod, List<LogFile> files) {
    boolean isCut = files.stream().anyMatch(LogFile::isCut);
    if (!isStarted(pod, input.container()) || !files.isEmpty() && !isCut) {
      return Optional.empty();
    }
    String container = input.container().map(name -> ", container " + name).orElse("");
    return Optional.of(
        missing(
            "log of pod "
                + pod.namespace()
                + "/"
                + pod.name()
                + container
                + (isCut ? " (cut short)" : "")));
  }

  /** A pod that lacks the container, or whose containers never ran, has no log. */
  private static boolean isStarted(Resource pod, Optional<String> container) {
    JsonNode containers = pod.json().path("spec").path("containers");
    if (container.isPresent() && !containers.isEmpty() && !hasName(containers, container.get())) {
      return false;
    }
    JsonNode statuses = pod.json().path("status").path("containerStatuses");
    for (JsonNode status : statuses) {
      if (status.path("state").has("running")
          || status.path("state").has("terminated")
          || status.path("lastState").has("terminated")) {
        return true;
      }
    }
    return statuses.isEmpty() && pod.json().path("status").path("phase").asText().equals("Running");
  }

  private static boolean hasName(JsonNode list, String name) {
    for (JsonNode item : list) {
      if (item.path("name").asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void addLines(
      Input.LogLines input, List<LogFile> files, ArrayNode array, Sources sources) {
    for (LogFile file : files) {
      for (LogMatch match : scan.matches(file, input.pattern())) {
        if (isInWindow(match, input)) {
          addLine(match, array.addObject(), sources);
        }
      }
    }
  }

  private boolean isInWindow(LogMatch match, Input.LogLines input) {
    if (input.windowSeconds().isEmpty() || match.time().isEmpty() || gather.knownTime().isEmpty()) {
      return true;
    }
    Instant earliest = gather.time().minusSeconds(input.windowSeconds().getAsLong());
    return !match.time().get().isBefore(earliest);
  }

  private void addLine(LogMatch match, ObjectNode line, Sources sources) {
    line.put("namespace", match.file().namespace());
    line.put("pod", match.file().pod());
    line.put("container", match.file().container());
    line.put("text", match.text());
    match.time().ifPresent(time -> line.put("time", time.toString()));
    gather
        .logs()
        .end(match.file().namespace())
        .ifPresent(time -> line.put("logEnd", time.toString()));
    ObjectNode groups = line.putObject("groups");
    match.groups().forEach(groups::put);
    sources.mark(line, match);
  }
}
