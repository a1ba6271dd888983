package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/** What a resource quota is for and how much of it is used, on its own or below a namespace. */
final class QuotaSection {
  private QuotaSection() {}

  /**
   * Prints it.
   *
   * @param level 1 below a namespace, else 0
   */
  static void print(Struct quota, Description out, int level) {
    scopes(quota, out, level);
    out.row(level, "Resource", "Used", "Hard");
    // Below a namespace, kubectl underlines with three dashes each.
    String dashes = level == 0 ? "----" : "---";
    out.row(level, "--------", dashes, dashes);
    for (Map.Entry<String, String> hard : quota.map("status", "hard").entrySet()) {
      Quantity used = Quantity.of(quota.text("status", "used", hard.getKey()));
      out.row(level, hard.getKey(), used.toString(), Quantity.of(hard.getValue()).toString());
    }
  }

  private static void scopes(Struct quota, Description out, int level) {
    List<String> scopes = new ArrayList<>(quota.texts("spec", "scopes"));
    if (scopes.isEmpty()) {
      return;
    }
    scopes.sort(null);
    out.field(level, "Scopes", String.join(", ", scopes));
    for (String scope : scopes) {
      String meaning = meaning(scope);
      if (!meaning.isEmpty()) {
        out.append(" ".repeat(level) + " * " + meaning + "\n");
      }
    }
  }

  private static String meaning(String scope) {
    return switch (scope) {
      case "Terminating" ->
          "Matches all pods that have an active deadline. These pods have a limited lifespan on a"
              + " node before being actively terminated by the system.";
      case "NotTerminating" ->
          "Matches all pods that do not have an active deadline. These pods usually include long"
              + " running pods whose container command is not expected to terminate.";
      case "BestEffort" ->
          "Matches all pods that do not have resource requirements set. These pods have a best"
              + " effort quality of service.";
      case "NotBestEffort" ->
          "Matches all pods that have at least one resource requirement set. These pods have a"
              + " burstable or guaranteed quality of service.";
      default -> "";
    };
  }
}
