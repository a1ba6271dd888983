package mganalyze.oc.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.LabelSelector;
import mganalyze.gather.Query;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.gather.SelectorException;

/**
 * The selectors of a command as they were written.
 *
 * @param labels empty for all
 * @param fields empty for all
 */
public record Selectors(String labels, String fields) {
  /** From {@code -l} and {@code --field-selector}. */
  public static Selectors of(CommandLine line) {
    return new Selectors(
        line.text("selector").orElse("").strip(), line.text("field-selector").orElse("").strip());
  }

  public boolean areGiven() {
    return !labels.isEmpty() || !fields.isEmpty();
  }

  /** The query for all objects of a type that they select. */
  public Query query(ResourceType type, Scope scope) throws CommandException {
    try {
      FieldSelector selector = FieldSelector.parse(fields);
      for (String field : selector.fields()) {
        check(type, field);
      }
      return Query.of(type, scope).labelled(parseLabels()).where(selector);
    } catch (SelectorException e) {
      throw new CommandException(
          "Error from server (BadRequest): Unable to find \""
              + type.group()
              + "/"
              + type.versions().get(0)
              + ", Resource="
              + type.plural()
              + "\" that match label selector \""
              + labels
              + "\", field selector \""
              + fields
              + "\": "
              + e.getMessage());
    }
  }

  private LabelSelector parseLabels() throws SelectorException {
    try {
      return LabelSelector.parse(labels);
    } catch (SelectorException e) {
      throw new SelectorException("unable to parse requirement: " + e.getMessage());
    }
  }

  private static void check(ResourceType type, String field) throws SelectorException {
    if (field.equals("metadata.name") || field.equals("metadata.namespace")) {
      return;
    }
    Optional<Set<String>> known = known(type.qualifiedPlural());
    if (known.isEmpty()) {
      throw new SelectorException(
          "\""
              + field
              + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }
    if (!known.get().contains(field)) {
      throw new SelectorException("field label not supported: " + field);
    }
  }

  private static Optional<Set<String>> known(String type) {
    List<String> fields =
        switch (type) {
          case "pods" ->
              List.of(
                  "spec.nodeName",
                  "spec.restartPolicy",
                  "spec.schedulerName",
                  "spec.serviceAccountName",
                  "spec.hostNetwork",
                  "status.phase",
                  "status.podIP",
                  "status.podIPs",
                  "status.nominatedNodeName");
          case "events", "events.events.k8s.io" ->
              List.of(
                  "involvedObject.kind",
                  "involvedObject.namespace",
                  "involvedObject.name",
                  "involvedObject.uid",
                  "involvedObject.apiVersion",
                  "involvedObject.resourceVersion",
                  "involvedObject.fieldPath",
                  "reason",
                  "reportingComponent",
                  "source",
                  "type");
          case "nodes" -> List.of("spec.unschedulable");
          case "namespaces" -> List.of("status.phase");
          case "secrets" -> List.of("type");
          case "jobs.batch" -> List.of("status.successful");
          case "services" -> List.of("spec.clusterIP", "spec.type");
          case "replicasets.apps", "replicationcontrollers" -> List.of("status.replicas");
          case "certificatesigningrequests.certificates.k8s.io" -> List.of("spec.signerName");
          case "routes.route.openshift.io" -> List.of("spec.path", "spec.host", "spec.to.name");
          default -> null;
        };
    return Optional.ofNullable(fields).map(Set::copyOf);
  }
}
