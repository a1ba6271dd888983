package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;

/** The objects of the archive that a placeholder may stand for. */
final class Candidates {
  private final Gather gather;

  Candidates(Gather gather) {
    this.gather = gather;
  }

  /**
   * Several readings of a name, the likeliest first; none of them is empty. {@code
   * <dataimportcron>} names a type, {@code <virt-handler>} pods by how their names begin, {@code
   * <csi_daemonset>} daemon sets whose names have csi in them, or pods.
   */
  List<List<Resource>> of(PlaceholderName name) {
    List<List<Resource>> readings = new ArrayList<>();
    if (name.words().isEmpty()) {
      return readings;
    }
    if (name.words().equals(List.of("component"))) {
      addReading(readings, components());
    }
    type(name.typeFrom(0)).ifPresent(type -> addReading(readings, all(type)));
    String start = name.dashed();
    addReading(
        readings, pods(pod -> pod.name().equals(start) || pod.name().startsWith(start + "-")));
    for (int i = 1; i < name.words().size(); i++) {
      String hint = String.join("-", name.words().subList(0, i));
      type(name.typeFrom(i))
          .ifPresent(
              type -> {
                List<Resource> all = all(type);
                List<Resource> hinted = all.stream().filter(r -> r.name().contains(hint)).toList();
                addReading(readings, hinted.isEmpty() ? all : hinted);
                addReading(readings, pods(pod -> pod.name().contains(hint)));
              });
    }
    return readings;
  }

  private static void addReading(List<List<Resource>> readings, List<Resource> objects) {
    if (!objects.isEmpty()) {
      readings.add(objects);
    }
  }

  private Optional<ResourceType> type(String word) {
    return word.length() < 2 ? Optional.empty() : gather.types().find(word);
  }

  private List<Resource> all(ResourceType type) {
    return gather.resources(type, Scope.all());
  }

  private List<Resource> pods(Predicate<Resource> chosen) {
    return all("pods").stream().filter(chosen).toList();
  }

  /** Objects of a type; none if the type is not known. */
  List<Resource> all(String type) {
    return gather.types().find(type).map(this::all).orElse(List.of());
  }

  /** What runbooks of KubeVirt call a component: its own deployments, and virt-handler. */
  private List<Resource> components() {
    List<Resource> components = new ArrayList<>();
    for (String type : List.of("deployments.apps", "daemonsets.apps")) {
      for (Resource workload : all(type)) {
        if (workload.name().startsWith("virt-")
            && workload.json().at("/metadata/labels").has("kubevirt.io")) {
          components.add(workload);
        }
      }
    }
    return components;
  }
}
