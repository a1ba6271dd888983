package mganalyze.oc.describe;

import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Struct;

/** Roles and their bindings, disruption budgets, priority classes. */
final class Access {
  private final Surroundings surroundings;

  Access(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void role(Struct role, Description out) {
    out.field(0, "Name", role.name());
    out.pairs("Labels", role.map("metadata", "labels"));
    out.annotations("Annotations", role.map("metadata", "annotations"));
    PolicyRules.print(role, out);
  }

  void binding(Struct binding, Description out) {
    out.field(0, "Name", binding.name());
    out.pairs("Labels", binding.map("metadata", "labels"));
    out.annotations("Annotations", binding.map("metadata", "annotations"));
    out.title(0, "Role");
    out.field(1, "Kind", binding.text("roleRef", "kind"));
    out.field(1, "Name", binding.text("roleRef", "name"));
    out.title(0, "Subjects");
    out.header(1, "Kind", "Name", "Namespace");
    for (Struct subject : binding.items("subjects")) {
      out.row(1, subject.text("kind"), subject.text("name"), subject.text("namespace"));
    }
  }

  void disruptionBudget(Struct budget, Description out) {
    out.field(0, "Name", budget.name());
    out.field(0, "Namespace", budget.namespace());
    if (budget.has("spec", "minAvailable")) {
      out.field(0, "Min available", budget.text("spec", "minAvailable"));
    } else if (budget.has("spec", "maxUnavailable")) {
      out.field(0, "Max unavailable", budget.text("spec", "maxUnavailable"));
    }
    out.field(
        0,
        "Selector",
        budget.has("spec", "selector")
            ? Cells.selectorOrNone(budget.at("spec", "selector"))
            : "<unset>");
    out.title(0, "Status");
    Struct status = budget.at("status");
    out.field(2, "Allowed disruptions", status.number("disruptionsAllowed"));
    out.field(2, "Current", status.number("currentHealthy"));
    out.field(2, "Desired", status.number("desiredHealthy"));
    out.field(2, "Total", status.number("expectedPods"));
    surroundings.events(budget, out);
  }

  void priorityClass(Struct priority, Description out) {
    out.field(0, "Name", priority.name());
    out.field(0, "Value", priority.number("value"));
    out.field(0, "GlobalDefault", priority.flag("globalDefault"));
    out.field(0, "PreemptionPolicy", priority.textOr("PreemptLowerPriority", "preemptionPolicy"));
    out.field(0, "Description", priority.text("description"));
    out.field(0, "Annotations", Cells.pairs(priority.map("metadata", "annotations")));
    surroundings.events(priority, out);
  }
}
