package mganalyze.oc.describe;

import java.time.Instant;
import mganalyze.gather.ResourceType;
import mganalyze.oc.value.Struct;

/** Describes objects of any type. */
public final class Describers {
  private final Surroundings surroundings;

  /**
   * @param now the time that ages count to
   */
  public Describers(Neighbours neighbours, Instant now) {
    this.surroundings = new Surroundings(neighbours, now);
  }

  /** The description of an object, which ends in a newline. */
  public String describe(ResourceType type, Struct object) {
    Description out = new Description();
    of(type).describe(object, out);
    return out.toString();
  }

  private Describer of(ResourceType type) {
    return switch (type.qualifiedPlural()) {
      case "pods" -> new PodDescriber(surroundings);
      case "nodes" -> new NodeDescriber(surroundings);
      case "services" -> new ServiceDescriber(surroundings);
      case "deployments.apps" -> new DeploymentDescriber(surroundings);
      case "replicasets.apps" -> new Workloads(surroundings)::replicaSet;
      case "daemonsets.apps" -> new Workloads(surroundings)::daemonSet;
      case "statefulsets.apps" -> new Workloads(surroundings)::statefulSet;
      case "replicationcontrollers" -> new Workloads(surroundings)::replicationController;
      case "jobs.batch" -> new Jobs(surroundings)::job;
      case "cronjobs.batch" -> new Jobs(surroundings)::cronJob;
      case "persistentvolumeclaims" -> new Storage(surroundings)::claim;
      case "persistentvolumes" -> new Storage(surroundings)::volume;
      case "storageclasses.storage.k8s.io" -> new Storage(surroundings)::storageClass;
      case "configmaps" -> new Basics(surroundings)::configMap;
      case "secrets" -> new Basics(surroundings)::secret;
      case "namespaces" -> new Basics(surroundings)::namespace;
      case "serviceaccounts" -> new ServiceAccountDescriber(surroundings);
      case "roles.rbac.authorization.k8s.io", "clusterroles.rbac.authorization.k8s.io" ->
          new Access(surroundings)::role;
      case "endpoints" -> new Network(surroundings)::endpoints;
      case "endpointslices.discovery.k8s.io" -> new Network(surroundings)::endpointSlice;
      case "ingressclasses.networking.k8s.io" -> new Network(surroundings)::ingressClass;
      case "ingresses.networking.k8s.io" -> new IngressDescriber(surroundings);
      case "horizontalpodautoscalers.autoscaling" -> new AutoscalerDescriber(surroundings);
      case "networkpolicies.networking.k8s.io" -> new NetworkPolicies();
      case "resourcequotas" -> new Basics(surroundings)::quota;
      case "limitranges" -> new Basics(surroundings)::limitRange;
      case "csinodes.storage.k8s.io" -> new Storage(surroundings)::csiNode;
      case "rolebindings.rbac.authorization.k8s.io",
          "clusterrolebindings.rbac.authorization.k8s.io" ->
          new Access(surroundings)::binding;
      case "poddisruptionbudgets.policy" -> new Access(surroundings)::disruptionBudget;
      case "priorityclasses.scheduling.k8s.io" -> new Access(surroundings)::priorityClass;
      default -> new GenericDescriber(surroundings);
    };
  }
}
