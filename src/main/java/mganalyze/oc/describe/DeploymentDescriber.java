package mganalyze.oc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Deployments, with their replica sets. */
final class DeploymentDescriber implements Describer {
  private final Surroundings surroundings;

  DeploymentDescriber(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void describe(Struct deployment, Description out) {
    out.field(0, "Name", deployment.name());
    out.field(0, "Namespace", deployment.namespace());
    out.field(
        0, "CreationTimestamp", Times.rfc1123(deployment.text("metadata", "creationTimestamp")));
    out.pairs("Labels", deployment.map("metadata", "labels"));
    out.annotations("Annotations", deployment.map("metadata", "annotations"));
    out.field(0, "Selector", Cells.selector(deployment.at("spec", "selector")));
    out.field(0, "Replicas", replicas(deployment));
    out.field(0, "StrategyType", deployment.text("spec", "strategy", "type"));
    out.field(0, "MinReadySeconds", deployment.number("spec", "minReadySeconds"));
    if (deployment.has("spec", "strategy", "rollingUpdate")) {
      Struct update = deployment.at("spec", "strategy", "rollingUpdate");
      out.field(
          0,
          "RollingUpdateStrategy",
          update.text("maxUnavailable")
              + " max unavailable, "
              + update.text("maxSurge")
              + " max surge");
    }
    PodTemplateSection.print(deployment.at("spec", "template"), out);
    Workloads.conditions(deployment, out);
    replicaSets(deployment, out);
    surroundings.events(deployment, out);
  }

  private static String replicas(Struct deployment) {
    Struct status = deployment.at("status");
    return deployment.number("spec", "replicas")
        + " desired | "
        + status.number("updatedReplicas")
        + " updated | "
        + status.number("replicas")
        + " total | "
        + status.number("availableReplicas")
        + " available | "
        + status.number("unavailableReplicas")
        + " unavailable";
  }

  private void replicaSets(Struct deployment, Description out) {
    List<Struct> owned = new ArrayList<>();
    for (Struct set :
        surroundings.selected(
            "replicasets.apps", deployment.namespace(), deployment.at("spec", "selector"))) {
      if (Surroundings.isControlledBy(set, deployment)) {
        owned.add(set);
      }
    }
    owned = GoSort.sorted(owned, DeploymentDescriber::isOlder);
    JsonNode wanted = withoutHash(deployment);
    Optional<Struct> current =
        owned.stream().filter(set -> withoutHash(set).equals(wanted)).findFirst();
    current.ifPresent(owned::remove);
    if (!owned.isEmpty() || current.isPresent()) {
      out.field(0, "OldReplicaSets", names(owned));
      out.field(0, "NewReplicaSet", names(current.stream().toList()));
    }
  }

  private static boolean isOlder(Struct left, Struct right) {
    int order =
        left.text("metadata", "creationTimestamp")
            .compareTo(right.text("metadata", "creationTimestamp"));
    return order != 0 ? order < 0 : left.name().compareTo(right.name()) < 0;
  }

  /** The pod template, but for the label that tells replica sets apart. */
  private static JsonNode withoutHash(Struct workload) {
    JsonNode template = workload.at("spec", "template").node().deepCopy();
    if (template.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("creationTimestamp");
      if (metadata.path("labels") instanceof ObjectNode labels) {
        labels.remove("pod-template-hash");
      }
    }
    return template;
  }

  private static String names(List<Struct> sets) {
    List<String> texts = new ArrayList<>();
    for (Struct set : sets) {
      texts.add(
          set.name()
              + " ("
              + set.number("status", "replicas")
              + "/"
              + set.number("spec", "replicas")
              + " replicas created)");
    }
    return texts.isEmpty() ? "<none>" : String.join(", ", texts);
  }
}
