package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.value.Struct;

/** The small tables of the core group. */
final class CoreTables {
  private static final int SINCE_QUOTA_AGE_LAST = 33;

  private final Shapes shapes;

  CoreTables(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Null for a type without a table. */
  Shape shape(String plural) {
    return switch (plural) {
      case "namespaces" -> shapes.age(new Shape().name().text("Status", "status", "phase"));
      case "configmaps" ->
          shapes.age(
              new Shape()
                  .name()
                  .column(
                      "Data", map -> Integer.toString(map.size("data") + map.size("binaryData"))));
      case "secrets" ->
          shapes.age(
              new Shape()
                  .name()
                  .text("Type", "type")
                  .column("Data", secret -> Integer.toString(secret.size("data"))));
      case "serviceaccounts" ->
          shapes.age(
              new Shape()
                  .name()
                  .column("Secrets", account -> Integer.toString(account.size("secrets"))));
      case "resourcequotas" -> quotas();
      case "limitranges" -> new Shape().name().text("Created At", "metadata", "creationTimestamp");
      case "componentstatuses" -> componentStatuses();
      default -> null;
    };
  }

  private Shape quotas() {
    boolean ageLast = shapes.isSince(SINCE_QUOTA_AGE_LAST);
    Shape shape = new Shape().name();
    if (!ageLast) {
      shapes.age(shape);
    }
    shape
        .column("Request", quota -> quota(quota, false))
        .column("Limit", quota -> quota(quota, true));
    return ageLast ? shapes.age(shape) : shape;
  }

  private static String quota(Struct quota, boolean limits) {
    List<String> parts = new ArrayList<>();
    quota
        .map("status", "hard")
        .forEach(
            (name, hard) -> {
              if (name.startsWith("limits.") == limits) {
                String used = quota.textOr("0", "status", "used", name);
                parts.add(name + ": " + used + "/" + hard);
              }
            });
    return String.join(", ", parts);
  }

  private static Shape componentStatuses() {
    return new Shape()
        .name()
        .column(
            "Status",
            status ->
                switch (healthy(status).text("status")) {
                  case "" -> "Unknown";
                  case "True" -> "Healthy";
                  default -> "Unhealthy";
                })
        .column("Message", status -> healthy(status).text("message"))
        .column("Error", status -> healthy(status).text("error"));
  }

  private static Struct healthy(Struct status) {
    return status.items("conditions").stream()
        .filter(condition -> condition.text("type").equals("Healthy"))
        .findFirst()
        .orElse(Struct.EMPTY);
  }
}
