package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mganalyze.finding.Finding;
import mganalyze.finding.ObjectReference;
import mganalyze.gather.Gather;
import mganalyze.gather.Types;
import mganalyze.runbook.FencedCommands;
import mganalyze.runbook.PlaceholderText;
import mganalyze.runbook.Runbook;

/**
 * Fills the placeholders in the commands of a runbook's mitigation with the customer's own names,
 * one command for each object up to a cap; nothing of it is ever run. A placeholder of a kind, such
 * as {@code <pod>} or {@code <vm-name>}, stands for the objects of the findings, {@code
 * <namespace>} for where they are.
 */
final class Mitigation {
  private static final int MOST = 5;

  private final String markdown;
  private final Optional<String> installNamespace;
  private final Types types;

  Mitigation(Runbook runbook, Gather gather) {
    this.markdown = runbook.prose().mitigation();
    this.installNamespace = gather.cluster().installNamespace().filter(Placeholders::isSafe);
    this.types = gather.types();
  }

  /** The mitigation as Markdown; a placeholder for which no finding has an object stays. */
  String text(List<Finding> findings) {
    Set<ObjectReference> objects = new LinkedHashSet<>();
    for (Finding finding : findings) {
      // Whoever pastes the command runs what the archive calls an object.
      finding.object().filter(Mitigation::isSafe).ifPresent(objects::add);
    }
    return objects.isEmpty() && installNamespace.isEmpty()
        ? markdown
        : FencedCommands.replace(markdown, command -> fill(command, objects));
  }

  private static boolean isSafe(ObjectReference object) {
    boolean isInside = object.namespace().isEmpty() || Placeholders.isSafe(object.namespace());
    return isInside && Placeholders.isSafe(object.name());
  }

  private List<String> fill(String written, Set<ObjectReference> objects) {
    String command =
        installNamespace
            .map(name -> Variables.fill(written, Map.of("NAMESPACE", name)))
            .orElse(written);
    List<String> names = PlaceholderText.names(command);
    Set<String> filled = new LinkedHashSet<>();
    for (ObjectReference object : objects) {
      Map<String, String> values = values(names, object);
      if (!values.isEmpty()) {
        filled.add(PlaceholderText.fill(command, values));
      }
    }
    if (filled.isEmpty()) {
      return List.of(command);
    }
    List<String> shown =
        new ArrayList<>(List.copyOf(filled).subList(0, Math.min(MOST, filled.size())));
    if (filled.size() > MOST) {
      shown.add("# and the same for " + (filled.size() - MOST) + " more");
    }
    return shown;
  }

  /**
   * What an object says for the placeholders of a command; empty if it is not what they ask for.
   */
  private Map<String, String> values(List<String> names, ObjectReference object) {
    Map<String, String> values = new HashMap<>();
    boolean wantsObject = false;
    boolean isMeant = false;
    for (String name : names) {
      PlaceholderName wanted = PlaceholderName.of(name);
      if (wanted.isNamespace()) {
        if (!object.namespace().isEmpty()) {
          values.put(name, object.namespace());
        }
      } else {
        wantsObject = true;
        if (isKind(wanted, object)) {
          values.put(name, object.name());
          isMeant = true;
        }
      }
    }
    return wantsObject && !isMeant ? Map.of() : values;
  }

  /** Whether the words name the object's kind, or begin its name as those of pods do. */
  private boolean isKind(PlaceholderName wanted, ObjectReference object) {
    for (int i = 0; i < wanted.words().size(); i++) {
      String word = wanted.typeFrom(i);
      boolean isIt =
          word.equalsIgnoreCase(object.kind())
              || types.find(word).filter(type -> type.kind().equals(object.kind())).isPresent();
      if (isIt) {
        return true;
      }
    }
    return object.kind().equals("Pod") && object.name().startsWith(wanted.dashed() + "-");
  }
}
