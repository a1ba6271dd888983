package mganalyze.oc.logs;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.value.Struct;

/** The containers of a pod by sort. */
record Containers(List<String> normal, List<String> initial, List<String> ephemeral) {
  private static final String DEFAULT = "kubectl.kubernetes.io/default-container";

  static Containers of(Struct pod) {
    return new Containers(
        names(pod, "containers"), names(pod, "initContainers"), names(pod, "ephemeralContainers"));
  }

  private static List<String> names(Struct pod, String field) {
    return pod.items("spec", field).stream().map(container -> container.text("name")).toList();
  }

  boolean has(String name) {
    return normal.contains(name) || initial.contains(name) || ephemeral.contains(name);
  }

  /** All of them in the order in which they are printed. */
  List<String> all() {
    List<String> all = new ArrayList<>(initial);
    all.addAll(normal);
    all.addAll(ephemeral);
    return all;
  }

  /**
   * The container that is meant where none is named.
   *
   * @param name empty for a pod without containers
   * @param notice what kubectl says of the choice, on standard error; may be empty
   */
  record Choice(String name, String notice) {}

  Choice choose(Struct pod) {
    String wanted = pod.text("metadata", "annotations", DEFAULT);
    if (!wanted.isEmpty() && has(wanted)) {
      return new Choice(wanted, "");
    }
    String notice =
        wanted.isEmpty()
            ? ""
            : "Default container name \"" + wanted + "\" not found in pod " + pod.name() + "\n";
    String first = normal.isEmpty() ? "" : normal.get(0);
    if (all().size() < 2) {
      return new Choice(first, notice);
    }
    List<String> shown = new ArrayList<>(normal);
    ephemeral.forEach(name -> shown.add(name + " (ephem)"));
    initial.forEach(name -> shown.add(name + " (init)"));
    return new Choice(
        first,
        notice
            + "Defaulted container \""
            + first
            + "\" out of: "
            + String.join(", ", shown)
            + "\n");
  }
}
