package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.finding.Evidence;
import mganalyze.finding.Missing;
import mganalyze.finding.ObjectReference;
import mganalyze.gather.Coverage;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.Gather;
import mganalyze.gather.LabelSelector;
import mganalyze.gather.LogFile;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.gather.SelectorException;
import mganalyze.monitoring.Monitoring;
import mganalyze.monitoring.Series;
import mganalyze.monitoring.Target;
import mganalyze.runbook.Input;

/** Reads what checks ask for, and says what of it was not gathered. */
final class Inputs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The key under which a program's objects carry their number in the list of sources. */
  static final String SOURCE = "__source";

  private final Gather gather;
  private final Monitoring monitoring;
  private final LogScan scan;

  Inputs(Gather gather, Monitoring monitoring, LogScan scan) {
    this.gather = gather;
    this.monitoring = monitoring;
    this.scan = scan;
  }

  /**
   * What was read.
   *
   * @param value an array, or null where nothing was gathered
   * @param missing what of it was not gathered; empty if it is whole
   */
  record Reading(JsonNode value, List<Missing> missing) {
    Reading {
      missing = List.copyOf(missing);
    }
  }

  /** Reads an input; what the program is given is appended to {@code sources}. */
  Reading read(Input input, List<Sourced> sources) {
    if (input instanceof Input.Objects objects) {
      return readObjects(objects, sources);
    }
    if (input instanceof Input.LogLines lines) {
      return readLines(lines, sources);
    }
    if (input instanceof Input.Targets targets) {
      return readTargets(targets, sources);
    }
    if (input instanceof Input.Samples samples) {
      return readSamples(samples, sources);
    }
    return readAlert((Input.Alert) input);
  }

  private Reading readObjects(Input.Objects input, List<Sourced> sources) {
    Optional<Query> query = query(input);
    if (query.isEmpty()) {
      return new Reading(JSON.nullNode(), List.of(unnamed(input)));
    }
    ArrayNode array = JSON.arrayNode();
    for (Resource resource : gather.resources(query.get())) {
      // A shallow copy: the tree below is shared with all who ask.
      ObjectNode object = JSON.objectNode();
      object.setAll(resource.json());
      object.put(SOURCE, sources.size());
      sources.add(new ObjectSource(resource));
      array.add(object);
    }
    Coverage coverage = gather.coverage(query.get());
    if (coverage instanceof Coverage.NotGathered none) {
      return new Reading(JSON.nullNode(), List.of(none.missing()));
    }
    if (coverage instanceof Coverage.Partly partly) {
      return new Reading(
          array,
          List.of(
              new Missing(
                  partly.missing().what() + " (" + partly.why() + ")",
                  partly.missing().collectWith())));
    }
    return new Reading(array, List.of());
  }

  /**
   * What a program could not decide without: {@code {"undecided": "what", "gatheredBy":
   * "openshift"}}.
   */
  Missing undecided(JsonNode result) {
    boolean openShift = result.path("gatheredBy").asText().equals("openshift");
    return new Missing(
        result.path("undecided").asText(),
        openShift ? gather.openShiftCommand() : gather.virtualizationCommand());
  }

  private Missing unnamed(Input.Objects input) {
    boolean noNamespace =
        input.namespace().filter(n -> n.startsWith("$")).isPresent()
            && gather.cluster().installNamespace().isEmpty();
    String what =
        noNamespace ? input.type() + " of the namespace of OpenShift Virtualization" : input.type();
    return new Missing(what, gather.virtualizationCommand());
  }

  /** Empty if the type or the namespace is not known. */
  Optional<Query> query(Input.Objects input) {
    Optional<ResourceType> type = gather.types().find(input.type());
    Optional<Scope> scope = scope(input.namespace());
    if (type.isEmpty() || scope.isEmpty()) {
      return Optional.empty();
    }
    try {
      Query query =
          Query.of(type.get(), scope.get())
              .labelled(LabelSelector.parse(input.labels()))
              .where(FieldSelector.parse(input.fields()));
      return Optional.of(input.object().map(query::named).orElse(query));
    } catch (SelectorException e) {
      throw new IllegalStateException(
          "input " + input.name() + " was not checked: " + e.getMessage(), e);
    }
  }

  private Optional<Scope> scope(Optional<String> namespace) {
    if (namespace.isEmpty()) {
      return Optional.of(Scope.all());
    }
    return namespace.get().startsWith("$")
        ? gather.cluster().installNamespace().map(Scope::of)
        : namespace.map(Scope::of);
  }

  /** Tells the scan which logs an input will ask for. */
  void plan(Input.LogLines input) {
    query(input.pods())
        .ifPresent(
            query -> {
              for (Resource pod : gather.resources(query)) {
                for (LogFile file : files(input, pod)) {
                  scan.plan(file, input.pattern());
                }
              }
            });
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

  private Reading readLines(Input.LogLines input, List<Sourced> sources) {
    Optional<Query> query = query(input.pods());
    if (query.isEmpty()) {
      return new Reading(JSON.nullNode(), List.of(unnamed(input.pods())));
    }
    List<Missing> missing = new ArrayList<>();
    Coverage coverage = gather.coverage(query.get());
    if (!coverage.isComplete()) {
      missing.add(
          new Missing(
              "logs of " + input.pods().type() + " " + input.pods().labels(),
              gather.virtualizationCommand()));
    }
    ArrayNode array = JSON.arrayNode();
    boolean any = coverage.isComplete();
    for (Resource pod : gather.resources(query.get())) {
      List<LogFile> files = files(input, pod);
      boolean cut = files.stream().anyMatch(LogFile::isCut);
      if (isStarted(pod, input.container()) && (files.isEmpty() || cut)) {
        missing.add(
            new Missing(
                "log of pod "
                    + pod.namespace()
                    + "/"
                    + pod.name()
                    + input.container().map(c -> ", container " + c).orElse("")
                    + (cut ? " (cut short)" : ""),
                gather.virtualizationCommand()));
      }
      any |= !files.isEmpty();
      for (LogFile file : files) {
        for (LogMatch match : scan.matches(file, input.pattern())) {
          if (isInWindow(match, input)) {
            array.add(line(match, sources));
          }
        }
      }
    }
    return new Reading(any ? array : JSON.nullNode(), missing);
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

  private boolean isInWindow(LogMatch match, Input.LogLines input) {
    if (input.windowSeconds().isEmpty() || match.time().isEmpty() || gather.knownTime().isEmpty()) {
      return true;
    }
    Instant earliest = gather.time().minusSeconds(input.windowSeconds().getAsLong());
    return !match.time().get().isBefore(earliest);
  }

  private ObjectNode line(LogMatch match, List<Sourced> sources) {
    ObjectNode line = JSON.objectNode();
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
    line.put(SOURCE, sources.size());
    sources.add(match);
    return line;
  }

  private Reading readTargets(Input.Targets input, List<Sourced> sources) {
    Optional<List<Target>> targets = monitoring.targets();
    if (targets.isEmpty()) {
      return new Reading(
          JSON.nullNode(),
          List.of(
              new Missing(
                  "scrape targets (monitoring/prometheus/…/active-targets.json)",
                  gather.openShiftCommand())));
    }
    Pattern pod = Pattern.compile(input.pod());
    Optional<Scope> scope = scope(input.namespace());
    ArrayNode array = JSON.arrayNode();
    for (Target target : targets.get()) {
      boolean inNamespace =
          scope
              .flatMap(Scope::namespace)
              .map(n -> n.equals(target.labels().get("namespace")))
              .orElse(true);
      if (inNamespace && pod.matches(target.labels().getOrDefault("pod", ""))) {
        ObjectNode object = array.addObject();
        object.put("health", target.health());
        object.put("lastError", target.lastError());
        ObjectNode labels = object.putObject("labels");
        target.labels().forEach(labels::put);
        object.put(SOURCE, sources.size());
        sources.add(new TargetSource(target));
      }
    }
    return new Reading(array, List.of());
  }

  /** Series as {@code {"labels": {…}, "samples": [[seconds, value], …]}}, oldest sample first. */
  private Reading readSamples(Input.Samples input, List<Sourced> sources) {
    List<Series> series = monitoring.series(input.metric());
    if (series.isEmpty()) {
      return new Reading(
          JSON.nullNode(),
          List.of(
              new Missing(
                  "alert rules, or samples of the metric " + input.metric(),
                  gather.openShiftCommand())));
    }
    Map<String, Pattern> wanted = labelPatterns(input.labels());
    ArrayNode array = JSON.arrayNode();
    for (Series one : series) {
      boolean matches =
          wanted.entrySet().stream()
              .allMatch(
                  want -> want.getValue().matches(one.labels().getOrDefault(want.getKey(), "")));
      if (matches) {
        ObjectNode object = array.addObject();
        ObjectNode labels = object.putObject("labels");
        one.labels().forEach(labels::put);
        ArrayNode samples = object.putArray("samples");
        one.samples()
            .forEach(sample -> samples.addArray().add(sample.seconds()).add(sample.value()));
        object.put(SOURCE, sources.size());
        sources.add(new SeriesSource(input.metric(), one));
      }
    }
    return new Reading(array, List.of());
  }

  private static Map<String, Pattern> labelPatterns(String labels) {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (String part : labels.split(",")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        patterns.put(
            part.substring(0, equals).strip(), Pattern.compile(part.substring(equals + 1).strip()));
      }
    }
    return patterns;
  }

  private Reading readAlert(Input.Alert input) {
    if (!monitoring.hasRules()) {
      return new Reading(
          JSON.nullNode(),
          List.of(
              new Missing(
                  "alert rules (monitoring/prometheus/rules.json)", gather.openShiftCommand())));
    }
    ArrayNode array = JSON.arrayNode();
    monitoring.rules().stream()
        .filter(rule -> rule.name().equals(input.alert()))
        .flatMap(rule -> rule.instances().stream())
        .forEach(
            instance -> {
              ObjectNode object = array.addObject();
              object.put("state", instance.state().name().toLowerCase(Locale.ROOT));
              instance.activeAt().ifPresent(time -> object.put("activeAt", time.toString()));
              ObjectNode labels = object.putObject("labels");
              instance.labels().forEach(labels::put);
            });
    return new Reading(array, List.of());
  }

  /** A scrape target; the dump is one line. */
  private record TargetSource(Target target) implements Sourced {
    @Override
    public Optional<ObjectReference> object() {
      return Optional.of(
          new ObjectReference(
              "v1",
              "Pod",
              target.labels().getOrDefault("namespace", ""),
              target.labels().getOrDefault("pod", "")));
    }

    @Override
    public Evidence evidence(List<Object> path) {
      return new Evidence(
          target.source(),
          1,
          "target of pod "
              + target.labels().get("pod")
              + ": health "
              + target.health()
              + ", last error: "
              + target.lastError(),
          List.of(),
          List.of());
    }
  }

  /** A time series; its first sample's line shows it. */
  private record SeriesSource(String metric, Series series) implements Sourced {
    @Override
    public Optional<ObjectReference> object() {
      String pod = series.labels().getOrDefault("pod", "");
      return pod.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ObjectReference("v1", "Pod", series.labels().getOrDefault("namespace", ""), pod));
    }

    @Override
    public Evidence evidence(List<Object> path) {
      Series.Sample last = series.samples().get(series.samples().size() - 1);
      return new Evidence(
          series.source(),
          series.line(),
          metric + " " + new TreeMap<>(series.labels()) + " " + last.value(),
          List.of(),
          List.of());
    }
  }
}
