package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.runbook.Runbook;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;

/**
 * Finds values for placeholders such as {@code <pod>}: from the runbook's {@code bind}, else among
 * the objects of that kind that the steps before printed.
 */
final class Placeholders {
  /** Of more objects, only the first are tried. */
  private static final int MOST = 5;

  /** Types whose objects tell a namespace that a step leaves open. */
  private static final List<String> NAMESPACED =
      List.of(
          "pods", "virtualmachineinstances", "virtualmachines", "datavolumes", "dataimportcrons");

  private final Runbook runbook;
  private final Gather gather;
  private final StringBuilder printed = new StringBuilder();

  Placeholders(Runbook runbook, Gather gather) {
    this.runbook = runbook;
    this.gather = gather;
  }

  /**
   * The values to run a command with.
   *
   * @param note why there are none, or that there would be more; empty otherwise
   */
  record Bindings(List<Map<String, String>> tuples, String note) {
    Bindings {
      tuples = List.copyOf(tuples);
    }
  }

  /**
   * The names of the placeholders in a command, in their order: a word of letters, digits, dashes
   * and underscores in angle brackets.
   */
  static List<String> in(String command) {
    Set<String> names = new LinkedHashSet<>();
    int open = command.indexOf('<');
    while (open >= 0) {
      int end = open + 1;
      while (end < command.length()
          && (Character.isLetterOrDigit(command.charAt(end))
              || "-_ ".indexOf(command.charAt(end)) >= 0)) {
        end++;
      }
      boolean isWord =
          end > open + 1
              && end < command.length()
              && command.charAt(end) == '>'
              && Character.isLetter(command.charAt(open + 1))
              && command.charAt(end - 1) != ' ';
      if (isWord) {
        names.add(command.substring(open + 1, end));
      }
      open = command.indexOf('<', open + 1);
    }
    return List.copyOf(names);
  }

  static String fill(String command, Map<String, String> values) {
    String filled = command;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("<" + value.getKey() + ">", value.getValue());
    }
    return filled;
  }

  /** Remembers what a step printed. */
  void see(String command, String output) {
    if (printed.length() < 1_000_000) {
      printed.append(output).append('\n');
    }
  }

  Bindings bind(List<String> names, Shell shell) {
    List<Map<String, String>> tuples = new ArrayList<>();
    tuples.add(Map.of());
    Set<String> open = new LinkedHashSet<>(names);
    for (Map.Entry<String, String> bind : runbook.bind().entrySet()) {
      List<String> bound = List.of(bind.getKey().split("\\s*,\\s*"));
      if (open.stream().anyMatch(bound::contains)) {
        List<List<String>> rows = rows(shell.copy().run(bind.getValue()));
        if (rows.isEmpty()) {
          return new Bindings(
              List.of(), "nothing in the archive to put for <" + String.join(">, <", bound) + ">");
        }
        tuples = combine(tuples, bound, rows);
        bound.forEach(open::remove);
      }
    }
    for (String name : inferenceOrder(open)) {
      List<List<String>> rows = infer(name, tuples, shell);
      if (rows.isEmpty()) {
        return new Bindings(List.of(), "the steps before lead to no object for <" + name + ">");
      }
      tuples = combine(tuples, List.of(name), rows);
    }
    String note =
        tuples.size() > MOST
            ? "run for the first " + MOST + " of " + tuples.size() + " objects"
            : "";
    return new Bindings(tuples.size() > MOST ? tuples.subList(0, MOST) : tuples, note);
  }

  private static List<Map<String, String>> combine(
      List<Map<String, String>> tuples, List<String> names, List<List<String>> rows) {
    List<Map<String, String>> combined = new ArrayList<>();
    for (Map<String, String> tuple : tuples) {
      for (List<String> row : rows) {
        Map<String, String> values = new LinkedHashMap<>(tuple);
        for (int i = 0; i < names.size() && i < row.size(); i++) {
          values.put(names.get(i), row.get(i));
        }
        if (combined.size() < 1000) {
          combined.add(values);
        }
      }
    }
    return combined;
  }

  /** The words of each printed line; {@code pod/name} is reduced to the name. */
  private static List<List<String>> rows(Result result) {
    Set<List<String>> rows = new LinkedHashSet<>();
    if (!result.noData().isEmpty()) {
      return List.of();
    }
    for (String line : result.output().split("\n")) {
      if (!line.isBlank()) {
        List<String> row = new ArrayList<>();
        for (String word : line.strip().split("\\s+")) {
          row.add(word.substring(word.lastIndexOf('/') + 1));
        }
        rows.add(row);
      }
    }
    return List.copyOf(rows);
  }

  /** Namespaces last: they follow from the objects. */
  private static List<String> inferenceOrder(Set<String> names) {
    List<String> order = new ArrayList<>(names);
    order.sort((left, right) -> Boolean.compare(isNamespace(left), isNamespace(right)));
    return order;
  }

  private static boolean isNamespace(String name) {
    return name.toLowerCase(Locale.ROOT).contains("namespace");
  }

  private List<List<String>> infer(String name, List<Map<String, String>> tuples, Shell shell) {
    if (isNamespace(name)) {
      return namespaces(tuples, shell);
    }
    String text = printed.toString();
    Set<List<String>> found = new LinkedHashSet<>();
    for (Resource candidate : candidates(name)) {
      if (text.contains(candidate.name()) && occurs(text, candidate.name())) {
        found.add(List.of(candidate.name()));
      }
    }
    return List.copyOf(found);
  }

  private List<List<String>> namespaces(List<Map<String, String>> tuples, Shell shell) {
    String exported = shell.variables().getOrDefault("NAMESPACE", "").strip();
    for (String value : tuples.isEmpty() ? List.<String>of() : tuples.get(0).values()) {
      for (String type : NAMESPACED) {
        Optional<Resource> owner =
            all(type).stream().filter(r -> r.name().equals(value)).findFirst();
        if (owner.isPresent()) {
          return List.of(List.of(owner.get().namespace()));
        }
      }
    }
    return exported.isEmpty()
        ? gather.cluster().installNamespace().map(n -> List.of(List.of(n))).orElse(List.of())
        : List.of(List.of(exported));
  }

  /**
   * {@code <dataimportcron>} names a type; {@code <virt-handler>} and {@code
   * <kubemacpool_mac_controller>} name pods by how their names begin.
   */
  private List<Resource> candidates(String name) {
    String word = name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (String suffix : List.of("-name", "-id", "name")) {
      if (word.endsWith(suffix) && word.length() > suffix.length()) {
        word = word.substring(0, word.length() - suffix.length());
      }
    }
    Optional<ResourceType> type = gather.types().find(word.replace("-", ""));
    if (type.isPresent()) {
      return gather.resources(type.get(), Scope.all());
    }
    String prefix = word.replace("-pod", "");
    List<Resource> pods = new ArrayList<>();
    for (Resource pod : all("pods")) {
      if (pod.name().startsWith(prefix)) {
        pods.add(pod);
      }
    }
    return pods;
  }

  private List<Resource> all(String type) {
    return gather
        .types()
        .find(type)
        .map(found -> gather.resources(found, Scope.all()))
        .orElse(List.of());
  }

  private static boolean occurs(String text, String name) {
    int at = text.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean startsWord = at == 0 || !isNameCharacter(text.charAt(at - 1));
      boolean endsWord = end == text.length() || !isNameCharacter(text.charAt(end));
      if (startsWord && endsWord) {
        return true;
      }
      at = text.indexOf(name, at + 1);
    }
    return false;
  }

  private static boolean isNameCharacter(char c) {
    return c == '-' || c == '.' || Character.isLetterOrDigit(c);
  }
}
