package mganalyze.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;

/**
 * What may stand in the place of the last word of a line: a program, a command of {@code oc}, then
 * types, names behind a type, namespaces behind {@code -n}.
 */
record Completion(Gather gather) {
  private static final List<String> PROGRAMS =
      List.of("oc", "jq", "grep", "awk", "sed", "sort", "uniq", "wc", "head", "tail", "cut", "tr");

  private static final List<String> COMMANDS =
      List.of("get", "describe", "logs", "adm", "api-resources", "version", "whoami", "project");

  private static final List<String> FORMATS =
      List.of("wide", "yaml", "json", "name", "jsonpath=", "custom-columns=", "go-template=");

  /** Flags whose value is a word of its own. */
  private static final Set<String> WITH_VALUE =
      Set.of("-n", "--namespace", "-l", "--selector", "-o", "--output", "-c", "--container", "-L");

  /**
   * The words that fit.
   *
   * @param before the words of the line in front of the one that is completed
   */
  List<String> words(List<String> before) {
    List<String> stage = before.subList(lastPipe(before), before.size());
    if (stage.isEmpty()) {
      return PROGRAMS;
    }
    if (!stage.get(0).equals("oc") && !stage.get(0).equals("kubectl")) {
      return List.of();
    }
    String last = stage.get(stage.size() - 1);
    if (last.equals("-n") || last.equals("--namespace")) {
      return gather.namespaces();
    }
    if (last.equals("-o") || last.equals("--output")) {
      return FORMATS;
    }
    List<String> operands = operands(stage);
    if (operands.isEmpty()) {
      return COMMANDS;
    }
    Scope scope = scope(stage);
    return switch (operands.get(0)) {
      case "logs" -> operands.size() == 1 ? names("pods", scope) : List.of();
      case "get", "describe" ->
          operands.size() == 1
              ? gather.types().all().stream().map(ResourceType::plural).distinct().toList()
              : names(operands.get(1), scope);
      default -> List.of();
    };
  }

  private static int lastPipe(List<String> words) {
    for (int i = words.size() - 1; i >= 0; i--) {
      if (Set.of("|", "||", "&&", ";", "do", "then").contains(words.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static List<String> operands(List<String> stage) {
    List<String> operands = new ArrayList<>();
    for (int i = 1; i < stage.size(); i++) {
      String word = stage.get(i);
      if (WITH_VALUE.contains(word)) {
        i++;
      } else if (!word.startsWith("-")) {
        operands.add(word);
      }
    }
    return operands;
  }

  private static Scope scope(List<String> stage) {
    for (int i = 1; i + 1 < stage.size(); i++) {
      if (stage.get(i).equals("-n") || stage.get(i).equals("--namespace")) {
        return Scope.of(stage.get(i + 1));
      }
    }
    return Scope.all();
  }

  private List<String> names(String type, Scope scope) {
    Optional<ResourceType> found = gather.types().find(type);
    if (found.isEmpty()) {
      return List.of();
    }
    Set<String> names = new TreeSet<>();
    for (Resource resource : gather.resources(found.get(), scope)) {
      names.add(resource.name());
    }
    return List.copyOf(names);
  }
}
