package mganalyze.oc.table;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import mganalyze.oc.value.Ages;
import mganalyze.oc.value.Struct;

/** The built-in groups by which a cluster governs itself: policy, admission, scheduling, APIs. */
final class ControlTables {
  private static final int SINCE_REQUESTED_DURATION = 22;
  private static final int SINCE_PREEMPTION_POLICY = 32;

  private final Shapes shapes;

  ControlTables(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Null for a type without a table. */
  Shape shape(String plural) {
    return switch (plural) {
      case "poddisruptionbudgets" ->
          shapes.age(
              new Shape()
                  .name()
                  .column("Min Available", budget -> budget.textOr("N/A", "spec", "minAvailable"))
                  .column(
                      "Max Unavailable", budget -> budget.textOr("N/A", "spec", "maxUnavailable"))
                  .number("Allowed Disruptions", "status", "disruptionsAllowed"));
      case "leases" -> shapes.age(new Shape().name().text("Holder", "spec", "holderIdentity"));
      case "certificatesigningrequests" -> requests();
      case "priorityclasses" -> priorities();
      case "runtimeclasses" -> shapes.age(new Shape().name().text("Handler", "handler"));
      case "mutatingwebhookconfigurations", "validatingwebhookconfigurations" ->
          shapes.age(
              new Shape()
                  .name()
                  .column("Webhooks", object -> Integer.toString(object.size("webhooks"))));
      case "validatingadmissionpolicies" -> policies("Validations", "validations");
      case "mutatingadmissionpolicies" -> policies("Mutations", "mutations");
      case "validatingadmissionpolicybindings", "mutatingadmissionpolicybindings" ->
          shapes.age(
              new Shape()
                  .name()
                  .text("PolicyName", "spec", "policyName")
                  .column("ParamRef", ControlTables::parameterReference));
      case "flowschemas" -> flowSchemas();
      case "prioritylevelconfigurations" -> priorityLevels();
      case "customresourcedefinitions" ->
          new Shape().name().text("Created At", "metadata", "creationTimestamp");
      case "apiservices" ->
          shapes.age(
              new Shape()
                  .name()
                  .column("Service", ControlTables::service)
                  .column("Available", ControlTables::available));
      default -> null;
    };
  }

  private Shape policies(String title, String field) {
    return shapes.age(
        new Shape()
            .name()
            .column(title, object -> Integer.toString(object.size("spec", field)))
            .column("ParamKind", ControlTables::parameterKind));
  }

  private Shape requests() {
    Shape shape =
        shapes
            .age(new Shape().name())
            .column("SignerName", request -> request.textOr("<none>", "spec", "signerName"))
            .text("Requestor", "spec", "username");
    if (shapes.isSince(SINCE_REQUESTED_DURATION)) {
      shape.column(
          "RequestedDuration",
          request ->
              request.has("spec", "expirationSeconds")
                  ? Ages.print(Duration.ofSeconds(request.number("spec", "expirationSeconds")))
                  : "<none>");
    }
    return shape.column("Condition", ControlTables::requestCondition);
  }

  private static String requestCondition(Struct request) {
    Set<String> types = new HashSet<>();
    request.items("status", "conditions").forEach(condition -> types.add(condition.text("type")));
    String text = "Pending";
    if (types.contains("Denied")) {
      text = "Denied";
    } else if (types.contains("Approved")) {
      text = "Approved";
    }
    if (types.contains("Failed")) {
      text += ",Failed";
    }
    return request.text("status", "certificate").isEmpty() ? text : text + ",Issued";
  }

  private Shape priorities() {
    Shape shape =
        shapes.age(
            new Shape()
                .name()
                .number("Value", "value")
                .column(
                    "Global-Default", object -> Boolean.toString(object.flag("globalDefault"))));
    return shapes.isSince(SINCE_PREEMPTION_POLICY)
        ? shape.column(
            "PreemptionPolicy", object -> object.textOr("PreemptLowerPriority", "preemptionPolicy"))
        : shape;
  }

  private static String parameterKind(Struct policy) {
    if (!policy.has("spec", "paramKind")) {
      return "<unset>";
    }
    String version = policy.text("spec", "paramKind", "apiVersion");
    String kind = policy.text("spec", "paramKind", "kind");
    return version.isEmpty() ? kind : version + "/" + kind;
  }

  private static String parameterReference(Struct binding) {
    if (!binding.has("spec", "paramRef")) {
      return "<unset>";
    }
    return binding.textOr("*", "spec", "paramRef", "namespace")
        + "/"
        + binding.text("spec", "paramRef", "name");
  }

  private Shape flowSchemas() {
    Shape shape =
        new Shape()
            .name()
            .text("PriorityLevel", "spec", "priorityLevelConfiguration", "name")
            .number("MatchingPrecedence", "spec", "matchingPrecedence")
            .column(
                "DistinguisherMethod",
                object -> object.textOr("<none>", "spec", "distinguisherMethod", "type"));
    return shapes
        .age(shape)
        .column("MissingPL", object -> Cells.condition(object, "Dangling").textOr("?", "status"));
  }

  private Shape priorityLevels() {
    Shape shape =
        new Shape()
            .name()
            .text("Type", "spec", "type")
            .column("NominalConcurrencyShares", ControlTables::shares)
            .column("Queues", object -> queuing(object, "queues"))
            .column("HandSize", object -> queuing(object, "handSize"))
            .column("QueueLengthLimit", object -> queuing(object, "queueLengthLimit"));
    return shapes.age(shape);
  }

  private static String shares(Struct level) {
    for (String field : new String[] {"nominalConcurrencyShares", "assuredConcurrencyShares"}) {
      if (level.has("spec", "limited", field)) {
        return level.text("spec", "limited", field);
      }
    }
    // Exempt levels may have shares as well, but the table does not show them.
    return "<none>";
  }

  private static String queuing(Struct level, String field) {
    return level.textOr("<none>", "spec", "limited", "limitResponse", "queuing", field);
  }

  private static String service(Struct api) {
    return api.has("spec", "service")
        ? api.text("spec", "service", "namespace") + "/" + api.text("spec", "service", "name")
        : "Local";
  }

  private static String available(Struct api) {
    Struct condition = Cells.condition(api, "Available");
    String status = condition.textOr("Unknown", "status");
    return status.equals("True") || condition.text("reason").isEmpty()
        ? status
        : status + " (" + condition.text("reason") + ")";
  }
}
