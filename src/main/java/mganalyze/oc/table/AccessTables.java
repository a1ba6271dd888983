package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import mganalyze.oc.value.Struct;

/** The group rbac.authorization.k8s.io. */
final class AccessTables {
  private AccessTables() {}

  /** Null for a type without a table. */
  static Shape rbac(Shapes shapes, String plural) {
    return switch (plural) {
      case "roles", "clusterroles" ->
          new Shape().name().text("Created At", "metadata", "creationTimestamp");
      case "rolebindings", "clusterrolebindings" ->
          shapes
              .age(
                  new Shape()
                      .name()
                      .column(
                          "Role",
                          binding ->
                              binding.text("roleRef", "kind")
                                  + "/"
                                  + binding.text("roleRef", "name")))
              .wide("Users", binding -> subjects(binding, "User"))
              .wide("Groups", binding -> subjects(binding, "Group"))
              .wide("ServiceAccounts", binding -> subjects(binding, "ServiceAccount"));
      default -> null;
    };
  }

  private static String subjects(Struct binding, String kind) {
    List<String> names = new ArrayList<>();
    for (Struct subject : binding.items("subjects")) {
      if (subject.text("kind").equals(kind)) {
        boolean account = kind.equals("ServiceAccount");
        names.add((account ? subject.text("namespace") + "/" : "") + subject.text("name"));
      }
    }
    return String.join(", ", names);
  }
}
