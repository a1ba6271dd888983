package mganalyze.diagnosis;

import java.util.List;
import java.util.Optional;
import mganalyze.gather.Resource;
import mganalyze.runbook.PlaceholderText;
import mganalyze.shell.Script;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellSyntaxException;
import mganalyze.shell.UnsupportedCommandException;

/** What the text of a step's command tells before it runs. */
final class StepCommand {
  private StepCommand() {}

  /** The script, with plain words for its placeholders; empty if it cannot be read. */
  static Optional<Script> script(String command) {
    try {
      return Optional.of(Shell.parse(PlaceholderText.neutral(command)));
    } catch (ShellSyntaxException | UnsupportedCommandException e) {
      // Running it will say so.
      return Optional.empty();
    }
  }

  /** Whether it only sets variables, so that it prints nothing. */
  static boolean onlyAssigns(String command) {
    String text = command.strip();
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    return text.startsWith("export ")
        || text.startsWith("unset ")
        || equals > 0 && name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  /** Whether it asks the cluster for anything. */
  static boolean asksCluster(String command) {
    return script(command)
        .map(script -> script.calls().stream().anyMatch(call -> isOc(call.name())))
        .orElse(true);
  }

  private static boolean isOc(String program) {
    return program.equals("oc") || program.equals("kubectl");
  }

  /** The namespace that it names, if it names one outright or by a variable. */
  static Optional<String> namespace(String command, Shell shell) {
    List<String> words = List.of(Variables.fill(command, shell.variables()).split("\\s+"));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String value =
          word.equals("-n") || word.equals("--namespace")
              ? i + 1 < words.size() ? words.get(i + 1) : ""
              : word.startsWith("--namespace=") ? word.substring(12) : "";
      if (!value.isEmpty() && value.indexOf('<') < 0 && value.indexOf('$') < 0) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static boolean saysWhere(String command) {
    for (String word : command.split("\\s+")) {
      boolean isFlag =
          word.equals("-A")
              || word.startsWith("--all-namespaces")
              || word.startsWith("--namespace")
              || word.startsWith("-n");
      if (isFlag) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fills placeholders in. A step that names an object and no namespace, which needs the right
   * project on a cluster, gets the object's namespace.
   *
   * @param variable one that stands for the object instead of a placeholder; empty for none
   */
  static String fill(String command, Placeholders.Values values, String variable) {
    String filled = PlaceholderText.fill(command, values.byName());
    Optional<Resource> object = values.object().filter(found -> !found.namespace().isEmpty());
    if (object.isEmpty()
        || saysWhere(command)
        || !filled.startsWith("oc ") && !filled.startsWith("kubectl ")) {
      return filled;
    }
    for (String shown : List.of(object.get().name(), "$" + variable, "${" + variable + "}")) {
      int at = filled.indexOf(shown);
      int end = at + shown.length();
      boolean isWord =
          at > 0
              && " /".indexOf(filled.charAt(at - 1)) >= 0
              && (end == filled.length() || Character.isWhitespace(filled.charAt(end)));
      if (isWord) {
        return filled.substring(0, end) + " -n " + object.get().namespace() + filled.substring(end);
      }
    }
    return filled;
  }
}
