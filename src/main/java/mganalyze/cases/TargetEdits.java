package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Changes to the dumps of scrape targets. */
final class TargetEdits {
  private TargetEdits() {}

  private static List<String> dumps(FileTree tree) {
    List<String> dumps = new ArrayList<>();
    for (String path : tree.paths()) {
      if (path.endsWith("/active-targets.json")) {
        dumps.add(path);
      }
    }
    return dumps;
  }

  /** Removes the dumps. */
  static Edit removeAll() {
    return (tree, places) -> tree.removeIf(path -> path.endsWith("/active-targets.json"));
  }

  /**
   * Changes the targets of pods.
   *
   * @param pod a pod's name; a star stands for any text
   * @param change {@code up}, {@code down}, {@code unknown}, {@code absent}, or a map of {@code
   *     health, lastError}
   */
  static Edit set(String pod, JsonNode change) {
    return (tree, places) -> {
      Predicate<String> names = PathGlob.of(pod);
      boolean found = false;
      for (String path : dumps(tree)) {
        ObjectNode dump = JsonDump.read(tree, path);
        found |= change(dump, names, change);
        JsonDump.write(tree, path, dump);
      }
      if (!found) {
        throw new EditException("targets." + pod + ": there is no such target");
      }
    };
  }

  private static boolean change(ObjectNode dump, Predicate<String> names, JsonNode change) {
    String health = change.isTextual() ? change.asText() : change.path("health").asText("down");
    boolean found = false;
    Iterator<JsonNode> targets = dump.at("/data/activeTargets").elements();
    while (targets.hasNext()) {
      JsonNode target = targets.next();
      if (!names.test(target.at("/labels/pod").asText())) {
        continue;
      }
      found = true;
      if (health.equals("absent")) {
        targets.remove();
      } else {
        ((ObjectNode) target).put("health", health);
        ((ObjectNode) target).put("lastError", change.path("lastError").asText(""));
      }
    }
    return found;
  }

  static void removePods(FileTree tree, String namespace, Set<String> pods) throws EditException {
    for (String path : dumps(tree)) {
      ObjectNode dump = JsonDump.read(tree, path);
      Iterator<JsonNode> targets = dump.at("/data/activeTargets").elements();
      boolean changed = false;
      while (targets.hasNext()) {
        JsonNode labels = targets.next().path("labels");
        if (labels.path("namespace").asText().equals(namespace)
            && pods.contains(labels.path("pod").asText())) {
          targets.remove();
          changed = true;
        }
      }
      if (changed) {
        JsonDump.write(tree, path, dump);
      }
    }
  }
}
