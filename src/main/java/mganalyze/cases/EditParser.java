package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import mganalyze.gather.ResourceType;

/** Reads the changes that a case, or the {@code gather.yaml} of a folder, makes to its base. */
final class EditParser {
  static final Set<String> KEYS =
      Set.of("files", "remove", "change", "add", "logs", "alerts", "targets");

  private final Places places;
  private final Instant gatheredAt;
  private final BiConsumer<String, String> mistakes;
  private final List<Edit> edits = new ArrayList<>();

  /** Takes where mistakes go: place, reason. */
  EditParser(Places places, Instant gatheredAt, BiConsumer<String, String> mistakes) {
    this.places = places;
    this.gatheredAt = gatheredAt;
    this.mistakes = mistakes;
  }

  /** In the order in which they are made: files, remove, change, add, logs, alerts, targets. */
  List<Edit> parse(JsonNode written) {
    JsonNode node = Times.fill(written, gatheredAt);
    parseFiles(node.path("files"));
    parseRemovals(node.path("remove"));
    parseChanges(node.path("change"));
    parseAdditions(node.path("add"));
    parseLogs(node.path("logs"));
    parseAlerts(node.path("alerts"));
    parseTargets(node.path("targets"));
    return edits;
  }

  private void parseFiles(JsonNode files) {
    for (var entry : map(files, "files")) {
      String text = text(entry.getValue(), "files." + entry.getKey());
      edits.add(
          (tree, p) ->
              tree.put(
                  tree.expand(entry.getKey())
                      .orElseThrow(
                          () -> new EditException("files." + entry.getKey() + ": no such image")),
                  text));
    }
  }

  private void parseRemovals(JsonNode list) {
    for (JsonNode item : list(list, "remove")) {
      edits.add(removal(item.asText()));
    }
  }

  private Edit removal(String text) {
    if (text.startsWith("logs/")) {
      return LogEdits.remove(text.substring("logs/".length()));
    }
    Optional<ObjectName> object = ObjectName.parse(text);
    if (object.isPresent()) {
      return ObjectEdits.remove(object.get());
    }
    if (!text.contains("/")) {
      Optional<ResourceType> type = places.ofPlural(text);
      if (type.isEmpty()) {
        mistakes.accept("remove", "'" + text + "' is no type such as virtualmachines.kubevirt.io");
        return (tree, p) -> {};
      }
      return ObjectEdits.removeType(type.get());
    }
    return (tree, p) -> {
      Optional<String> glob = tree.expand(text);
      if (glob.isEmpty() || tree.removeIf(PathGlob.of(glob.get())) == 0) {
        throw new EditException("remove: '" + text + "' is the path of no file");
      }
    };
  }

  private void parseChanges(JsonNode list) {
    int index = 0;
    for (JsonNode item : list(list, "change")) {
      String where = "change[" + index++ + "]";
      Optional<ObjectName> object = ObjectName.parse(item.path("object").asText());
      if (object.isEmpty()) {
        mistakes.accept(
            where + ".object", "a name such as Deployment/namespace/name is wanted here");
      } else if (!item.path("merge").isObject()) {
        mistakes.accept(where + ".merge", "a map is wanted here");
      } else {
        edits.add(ObjectEdits.merge(object.get(), item.path("merge")));
      }
    }
  }

  private void parseAdditions(JsonNode list) {
    int index = 0;
    for (JsonNode item : list(list, "add")) {
      String where = "add[" + index++ + "]";
      boolean whole =
          item.hasNonNull("apiVersion")
              && item.hasNonNull("kind")
              && item.path("metadata").hasNonNull("name");
      if (whole && item instanceof ObjectNode object) {
        edits.add(ObjectEdits.add(object));
      } else {
        mistakes.accept(where, "an object with apiVersion, kind and metadata.name is wanted here");
      }
    }
  }

  private void parseLogs(JsonNode logs) {
    for (var entry : map(logs, "logs")) {
      edits.add(LogEdits.append(entry.getKey(), text(entry.getValue(), "logs." + entry.getKey())));
    }
  }

  private void parseAlerts(JsonNode alerts) {
    if (alerts.asText().equals("none")) {
      edits.add(AlertEdits.removeMonitoring());
      return;
    }
    for (var entry : map(alerts, "alerts")) {
      edits.add(AlertEdits.set(entry.getKey(), entry.getValue(), gatheredAt));
    }
  }

  private void parseTargets(JsonNode targets) {
    if (targets.asText().equals("none")) {
      edits.add(TargetEdits.removeAll());
      return;
    }
    for (var entry : map(targets, "targets")) {
      edits.add(TargetEdits.set(entry.getKey(), entry.getValue()));
    }
  }

  /** A text, or {@code {text, repeat}} for long ones. */
  private String text(JsonNode node, String where) {
    if (node.isObject() && node.has("text")) {
      return node.path("text").asText().repeat(Math.max(1, node.path("repeat").asInt(1)));
    }
    if (!node.isValueNode()) {
      mistakes.accept(where, "a text is wanted here");
    }
    return node.asText();
  }

  private Iterable<Map.Entry<String, JsonNode>> map(JsonNode node, String where) {
    if (!node.isMissingNode() && !node.isObject()) {
      mistakes.accept(where, "a map is wanted here");
    }
    return node.properties();
  }

  private Iterable<JsonNode> list(JsonNode node, String where) {
    if (!node.isMissingNode() && !node.isArray()) {
      mistakes.accept(where, "a list is wanted here");
      return List.of();
    }
    return node;
  }
}
