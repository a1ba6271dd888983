package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mganalyze.monitoring.Monitoring;
import mganalyze.runbook.Runbook;

/** Calls the alerts of some runbooks as witnesses. */
final class AlertWitnesses {
  private final Monitoring monitoring;

  /**
   * The alerts of each component's runbooks: where one is in a rules dump, the others would be,
   * too.
   */
  private final Map<String, Set<String>> siblings = new HashMap<>();

  AlertWitnesses(Monitoring monitoring, Collection<Runbook> runbooks) {
    this.monitoring = monitoring;
    for (Runbook runbook : runbooks) {
      if (runbook.component().isPresent()) {
        siblings
            .computeIfAbsent(runbook.component().get(), k -> new HashSet<>())
            .add(runbook.name());
      }
    }
  }

  AlertWitness of(Runbook runbook) {
    List<String> names = new ArrayList<>();
    names.add(runbook.name());
    names.addAll(runbook.aliases());
    String component = runbook.component().orElse("");
    return new AlertWitness(
        monitoring.alert(names, operator(component), siblings.getOrDefault(component, Set.of())));
  }

  /** What a component's alerts carry in the label {@code kubernetes_operator_component}. */
  private static String operator(String component) {
    return switch (component) {
      case "cdi" -> "containerized-data-importer";
      case "hco" -> "hyperconverged-cluster-operator";
      case "hpp" -> "hostpath-provisioner-operator";
      case "network" -> "cluster-network-addons-operator";
      case "ssp" -> "ssp-operator";
      default -> component;
    };
  }
}
