package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mganalyze.oc.value.Struct;

/** The rules of a role, taken apart into single resources and put together again by verb. */
final class PolicyRules {
  private PolicyRules() {}

  /** One line of the table. */
  private record Rule(
      List<String> verbs,
      List<String> groups,
      List<String> resources,
      List<String> names,
      List<String> addresses) {

    /** Rules are sorted by what Go prints of them. */
    String order() {
      return "Verbs:"
          + list(verbs)
          + ",APIGroups:"
          + list(groups)
          + ",Resources:"
          + list(resources)
          + ",ResourceNames:"
          + list(names)
          + ",NonResourceURLs:"
          + list(addresses);
    }

    String resource() {
      if (resources.isEmpty()) {
        return "";
      }
      String resource = resources.get(0);
      int slash = resource.indexOf('/');
      String name = slash < 0 ? resource : resource.substring(0, slash);
      String group = groups.isEmpty() ? "" : groups.get(0);
      return name
          + (group.isEmpty() ? "" : "." + group)
          + (slash < 0 ? "" : resource.substring(slash));
    }
  }

  static void print(Struct role, Description out) {
    out.title(0, "PolicyRule");
    out.row(1, "Resources", "Non-Resource URLs", "Resource Names", "Verbs");
    out.row(1, "---------", "-----------------", "--------------", "-----");
    List<Rule> rules = new ArrayList<>();
    Map<List<String>, Set<String>> verbsOfResources = new LinkedHashMap<>();
    for (Struct rule : role.items("rules")) {
      addresses(rule, rules);
      resources(rule, verbsOfResources);
    }
    verbsOfResources.forEach(
        (key, verbs) ->
            rules.add(
                new Rule(
                    List.copyOf(verbs),
                    List.of(key.get(0)),
                    List.of(key.get(1)),
                    key.subList(2, key.size()),
                    List.of())));
    rules.sort(Comparator.comparing(Rule::order));
    for (Rule rule : rules) {
      out.row(1, rule.resource(), list(rule.addresses()), list(rule.names()), list(rule.verbs()));
    }
  }

  private static void addresses(Struct rule, List<Rule> rules) {
    for (String address : rule.texts("nonResourceURLs")) {
      for (String verb : rule.texts("verbs")) {
        rules.add(new Rule(List.of(verb), List.of(), List.of(), List.of(), List.of(address)));
      }
    }
  }

  private static void resources(Struct rule, Map<List<String>, Set<String>> verbsOfResources) {
    for (String group : rule.texts("apiGroups")) {
      for (String resource : rule.texts("resources")) {
        List<String> names = rule.texts("resourceNames");
        for (String name : names.isEmpty() ? List.of("") : names) {
          List<String> key =
              names.isEmpty() ? List.of(group, resource) : List.of(group, resource, name);
          verbsOfResources
              .computeIfAbsent(key, k -> new LinkedHashSet<>())
              .addAll(rule.texts("verbs"));
        }
      }
    }
  }

  private static String list(List<String> texts) {
    return "[" + String.join(" ", texts) + "]";
  }
}
