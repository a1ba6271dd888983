package mganalyze.gather;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import mganalyze.finding.Missing;

/** What the counted virtual machines and the gathered instances say about each other. */
final class RunningMachines {
  private final ResourceIndex index;
  private final Types types;
  private final Optional<Integer> counted;
  private final String countedIn;

  /**
   * Takes the content of {@code virtualization/running_vms_count.txt}, where it was gathered, and
   * its path.
   */
  RunningMachines(ResourceIndex index, Types types, Optional<Integer> counted, String countedIn) {
    this.index = index;
    this.types = types;
    this.counted = counted;
    this.countedIn = countedIn;
  }

  private List<Resource> instances() {
    return types
        .find("virtualmachineinstances.kubevirt.io")
        .map(type -> index.select(Query.of(type, Scope.all())))
        .orElse(List.of());
  }

  /** Why the gathered instances cannot be all. */
  Optional<String> contradiction() {
    List<Resource> instances = instances();
    if (instances.isEmpty()) {
      Optional<String> machine = runningMachine();
      if (machine.isPresent()) {
        return machine.map(
            name -> "there are none in the archive, though VirtualMachine " + name + " is running");
      }
    }
    long running = instances.stream().filter(RunningMachines::isRunning).count();
    return counted
        .filter(count -> count > running)
        .map(
            count ->
                countedIn
                    + " counts "
                    + count
                    + " running virtual machines, the archive has "
                    + running);
  }

  private Optional<String> runningMachine() {
    return types.find("virtualmachines.kubevirt.io").stream()
        .flatMap(type -> index.select(Query.of(type, Scope.all())).stream())
        .filter(vm -> vm.json().path("status").path("printableStatus").asText().equals("Running"))
        .map(vm -> vm.namespace() + "/" + vm.name())
        .findFirst();
  }

  private static boolean isRunning(Resource instance) {
    return instance.json().path("status").path("phase").asText().equals("Running");
  }

  /**
   * Launcher pods are gathered with the namespaces of the virtual machines; they are all there if
   * each namespace with an instance has its pods.
   */
  Coverage launcherCoverage(Query query, Missing missing) {
    TreeSet<String> lacking = new TreeSet<>();
    List<Resource> instances = instances();
    for (Resource instance : instances) {
      boolean swept =
          index.files(query.type()).getOrDefault(instance.namespace(), List.of()).stream()
              .anyMatch(file -> file.place().name().isEmpty());
      if (!swept) {
        lacking.add(instance.namespace());
      }
    }
    if (instances.isEmpty()) {
      return new Coverage.NotGathered(missing);
    }
    return lacking.isEmpty()
        ? new Coverage.Gathered("the pods of every namespace with a VirtualMachineInstance")
        : new Coverage.Partly(
            "the pods of namespace " + lacking.first() + " were not gathered", missing);
  }
}
