package mganalyze.oc.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.gather.Gather;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Finder;
import mganalyze.oc.command.Selectors;
import mganalyze.oc.command.Targets;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Struct;

/** Finds the pods that a word such as {@code deployment/x} stands for. */
final class PodFinder {
  private final Gather gather;
  private final Finder finder;
  private final Console console;
  private final String namespace;

  /**
   * A pod.
   *
   * @param object empty where the archive has its logs only
   */
  record Pod(String name, Struct object) {
    static Pod of(Resource resource) {
      return new Pod(resource.name(), new Struct(resource.json()));
    }
  }

  PodFinder(Gather gather, Finder finder, Console console, String namespace) {
    this.gather = gather;
    this.finder = finder;
    this.console = console;
    this.namespace = namespace;
  }

  /**
   * One pod, or all of them.
   *
   * @return none where the archive lacks them, which the finder remembers
   */
  List<Pod> find(String word, boolean all) throws CommandException, IOException {
    if (word.indexOf('/') < 0) {
      return one(word);
    }
    Targets targets = Targets.parse(console.program(), List.of(word), gather.types());
    Targets.Named target = targets.objects().get(0);
    ResourceType type = target.type();
    if (type.qualifiedPlural().equals("pods")) {
      return one(target.name());
    }
    Scope scope = Scope.of(namespace);
    Optional<Resource> owner = named(type, scope, target.name());
    if (owner.isEmpty()) {
      return List.of();
    }
    String selector = selector(type, new Struct(owner.get().json()));
    List<Struct> pods = new ArrayList<>();
    ResourceType podType = gather.types().find("pods").orElseThrow();
    for (Resource pod : finder.list(new Selectors(selector, "").query(podType, scope))) {
      pods.add(new Struct(pod.json()));
    }
    if (pods.isEmpty()) {
      return notThere();
    }
    if (!all) {
      pods = GoSort.sorted(pods, PodOrder::isBefore);
      if (pods.size() > 1) {
        console.complain("Found " + pods.size() + " pods, using pod/" + pods.get(0).name());
        pods = pods.subList(0, 1);
      }
    }
    return pods.stream().map(pod -> new Pod(pod.name(), pod)).toList();
  }

  private List<Pod> notThere() throws CommandException {
    if (!finder.isLacking()) {
      throw CommandException.error("timed out waiting for the condition");
    }
    return List.of();
  }

  private List<Pod> one(String name) throws CommandException {
    ResourceType type = gather.types().find("pods").orElseThrow();
    boolean hasLogs = gather.logs().pods(namespace).contains(name);
    Optional<Resource> pod = hasLogs ? known(type, name) : named(type, Scope.of(namespace), name);
    if (pod.isPresent()) {
      return List.of(Pod.of(pod.get()));
    }
    return hasLogs ? List.of(new Pod(name, Struct.EMPTY)) : List.of();
  }

  private Optional<Resource> named(ResourceType type, Scope scope, String name)
      throws CommandException {
    try {
      return finder.named(type, scope, name);
    } catch (CommandException e) {
      throw CommandException.error(
          "error from server (NotFound): "
              + type.qualifiedPlural()
              + " \""
              + name
              + "\" not found"
              + (type.namespaced() ? " in namespace \"" + namespace + "\"" : ""));
    }
  }

  private Optional<Resource> known(ResourceType type, String name) {
    return gather.resources(Query.of(type, Scope.of(namespace)).named(name)).stream().findFirst();
  }

  private static String selector(ResourceType type, Struct owner) throws CommandException {
    String selector =
        switch (type.qualifiedPlural()) {
          case "replicasets.apps",
              "statefulsets.apps",
              "daemonsets.apps",
              "deployments.apps",
              "jobs.batch" ->
              Cells.selector(owner.at("spec", "selector"));
          case "services", "replicationcontrollers", "deploymentconfigs.apps.openshift.io" -> {
            ObjectNode labels = JsonNodeFactory.instance.objectNode();
            labels.set("matchLabels", owner.at("spec", "selector").node());
            yield Cells.selector(new Struct(labels));
          }
          default -> throw notLoggable(type);
        };
    // Others without one select every pod.
    if (selector.isEmpty() && type.qualifiedPlural().equals("services")) {
      throw CommandException.error(
          "cannot get the logs from *v1.Service: invalid service '"
              + owner.name()
              + "': Service is defined without a selector");
    }
    return selector;
  }

  private static CommandException notLoggable(ResourceType type) {
    if (type.custom() || type.group().contains("openshift.io")) {
      return CommandException.error(
          "no kind \""
              + type.kind()
              + "\" is registered for version \""
              + type.apiVersion()
              + "\" in scheme \"pkg/scheme/scheme.go:28\"");
    }
    String name = "*" + type.versions().get(0) + "." + type.kind();
    return CommandException.error(
        "cannot get the logs from " + name + ": selector for " + name + " not implemented");
  }
}
