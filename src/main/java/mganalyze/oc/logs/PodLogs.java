package mganalyze.oc.logs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.gather.Gather;
import mganalyze.gather.LogFile;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.Console;
import mganalyze.oc.value.Struct;

/** Prints the logs of pods. */
final class PodLogs {
  private final Gather gather;
  private final Console console;
  private final LogOptions options;
  private final String namespace;
  private final String container;
  private final boolean allContainers;
  private final boolean ignoresErrors;
  private final List<String> lacking = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private boolean answered;

  /**
   * @param container empty for the default one
   */
  PodLogs(
      Gather gather,
      Console console,
      LogOptions options,
      String namespace,
      String container,
      boolean allContainers,
      boolean ignoresErrors) {
    this.gather = gather;
    this.console = console;
    this.options = options;
    this.namespace = namespace;
    this.container = container;
    this.allContainers = allContainers;
    this.ignoresErrors = ignoresErrors;
  }

  /** Whether every log that was asked for was there. */
  boolean isComplete() {
    return lacking.isEmpty() && refusals.isEmpty();
  }

  void print(List<PodFinder.Pod> pods) throws CommandException, IOException {
    // All containers are chosen before anything is printed: one that is not valid spoils it all.
    List<List<String>> chosen = new ArrayList<>();
    for (PodFinder.Pod pod : pods) {
      chosen.add(containers(pod));
    }
    for (int i = 0; i < pods.size(); i++) {
      for (String name : chosen.get(i)) {
        print(pods.get(i), name);
      }
    }
    for (String refusal : refusals) {
      console.complain(refusal);
    }
    if (!lacking.isEmpty()) {
      String what = String.join(", ", lacking);
      console.complain(
          "the archive does not have " + what + ": gather it with: oc adm inspect ns/" + namespace);
      if (!answered) {
        console.noData().accept(what);
      }
    }
  }

  private List<String> containers(PodFinder.Pod pod) throws CommandException, IOException {
    if (pod.object().equals(Struct.EMPTY)) {
      List<String> known = gather.logs().containers(namespace, pod.name());
      if (allContainers) {
        return known;
      }
      return container.isEmpty() ? known.subList(0, Math.min(1, known.size())) : List.of(container);
    }
    Containers containers = Containers.of(pod.object());
    if (allContainers) {
      return containers.all();
    }
    if (!container.isEmpty()) {
      if (!containers.has(container)) {
        throw CommandException.error(
            "container " + container + " is not valid for pod " + pod.name());
      }
      return List.of(container);
    }
    Containers.Choice choice = containers.choose(pod.object());
    if (!choice.notice().isEmpty()) {
      console.complain(choice.notice().stripTrailing());
    }
    return List.of(choice.name());
  }

  private void print(PodFinder.Pod pod, String name) throws CommandException, IOException {
    List<LogFile> files = gather.logs().files(namespace, pod.name(), name, options.previous());
    boolean empty = files.stream().allMatch(file -> file.bytes().length == 0);
    Struct status = status(pod.object(), name);
    if (empty && !pod.object().equals(Struct.EMPTY)) {
      String refusal = refusal(pod.name(), name, status);
      if (!refusal.isEmpty()) {
        answered = true;
        if (ignoresErrors) {
          console.print("error: " + refusal + "\n");
        } else {
          // The other logs that were asked for are printed all the same.
          refusals.add("Error from server (BadRequest): " + refusal);
        }
        return;
      }
    }
    if (files.isEmpty()) {
      lacking.add(
          "the "
              + (options.previous() ? "previous " : "")
              + "log of container "
              + name
              + " of pod "
              + namespace
              + "/"
              + pod.name());
      return;
    }
    answered = true;
    String prefix = options.prefix() ? "[pod/" + pod.name() + "/" + name + "] " : "";
    files.forEach(file -> console.sources().accept(file.path()));
    new LogLines(options, prefix, console.out()).print(files);
  }

  private static Struct status(Struct pod, String name) {
    for (String field :
        new String[] {"containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"}) {
      for (Struct status : pod.items("status", field)) {
        if (status.text("name").equals(name)) {
          return status;
        }
      }
    }
    return Struct.EMPTY;
  }

  /** Why the kubelet would have refused; empty where it would not have. */
  private String refusal(String pod, String name, Struct status) {
    String which = "container \"" + name + "\" in pod \"" + pod + "\"";
    if (options.previous()) {
      // A restart that the status no longer tells of is none to the kubelet either.
      boolean none = !status.has("lastState", "terminated");
      return none ? "previous terminated " + which + " not found" : "";
    }
    if (status.equals(Struct.EMPTY)) {
      return "";
    }
    boolean started =
        status.has("state", "running")
            || status.has("state", "terminated")
            || status.has("lastState", "terminated");
    if (started) {
      return "";
    }
    if (!status.has("state", "waiting")) {
      return which + " is waiting to start - no logs yet";
    }
    String reason = status.text("state", "waiting", "reason");
    return which
        + " is waiting to start: "
        + switch (reason) {
          case "ErrImagePull" -> "image can't be pulled";
          case "ImagePullBackOff" -> "trying and failing to pull image";
          default -> reason;
        };
  }
}
