package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mganalyze.finding.Finding;
import mganalyze.finding.ObjectReference;
import mganalyze.gather.Gather;
import mganalyze.runbook.Runbook;

/**
 * Fills the placeholders in the commands of a runbook's mitigation with the customer's own names,
 * one command for each object up to a cap; nothing of it is ever run. {@code <namespace>} and a
 * kind in lower case, such as {@code <pod>}, stand for the objects of the findings.
 */
final class Mitigation {
  private static final int MOST = 5;

  private final String markdown;
  private final Optional<String> installNamespace;

  Mitigation(Runbook runbook, Gather gather) {
    this.markdown = runbook.prose().mitigation();
    this.installNamespace = gather.cluster().installNamespace();
  }

  /** Takes Markdown and the namespace of the operators. */
  Mitigation(String markdown, Optional<String> installNamespace) {
    this.markdown = markdown;
    this.installNamespace = installNamespace;
  }

  /** The mitigation as Markdown; a placeholder for which no finding has an object stays. */
  String text(List<Finding> findings) {
    Set<ObjectReference> objects = new LinkedHashSet<>();
    findings.forEach(finding -> finding.object().ifPresent(objects::add));
    StringBuilder filled = new StringBuilder();
    boolean inFence = false;
    for (String line : markdown.split("\n", -1)) {
      boolean isFence = line.strip().startsWith("```");
      inFence ^= isFence;
      if (inFence && !isFence) {
        filled.append(String.join("\n", fill(line, objects)));
      } else {
        filled.append(line);
      }
      filled.append('\n');
    }
    return filled.toString().strip();
  }

  private List<String> fill(String line, Set<ObjectReference> objects) {
    String command =
        installNamespace
            .map(name -> line.replace("${NAMESPACE}", name).replace("$NAMESPACE", name))
            .orElse(line);
    if (!command.contains("<")) {
      return List.of(command);
    }
    Set<String> lines = new LinkedHashSet<>();
    for (ObjectReference object : objects) {
      String kind = "<" + object.kind().toLowerCase(Locale.ROOT) + ">";
      if (command.contains(kind) && lines.size() < MOST) {
        lines.add(command.replace(kind, object.name()).replace("<namespace>", object.namespace()));
      }
    }
    return lines.isEmpty() ? List.of(command) : new ArrayList<>(lines);
  }
}
