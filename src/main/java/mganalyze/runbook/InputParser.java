package mganalyze.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.LabelSelector;
import mganalyze.gather.SelectorException;

/**
 * Reads an input: a text is a query for objects, a map has {@code logs}, {@code targets}, {@code
 * metric} or {@code alert}. What stands behind the name is explained at {@link Input.Need}.
 */
final class InputParser {
  private static final Set<String> LOG_KEYS =
      Set.of("logs", "container", "pattern", "window", "previous");
  private static final Set<String> TARGET_KEYS = Set.of("targets", "namespace");
  private static final Set<String> METRIC_KEYS = Set.of("metric", "labels");
  private static final Set<String> FLAGS =
      Set.of("-n", "--namespace", "-A", "--all-namespaces", "-l", "--selector", "--field-selector");

  private InputParser() {}

  static Input parse(String key, JsonNode value) throws InputException {
    Input.Need need = Input.Need.of(key);
    String name = need == Input.Need.WHOLE ? key : key.substring(0, key.length() - 1);
    if (value.isTextual()) {
      return objects(name, need, value.asText());
    }
    if (value.has("logs")) {
      refuseUnknown(value, LOG_KEYS);
      return logs(name, need, value);
    }
    if (value.has("targets")) {
      refuseUnknown(value, TARGET_KEYS);
      String pod = value.path("targets").asText();
      compile(pod);
      return new Input.Targets(name, need, pod, text(value, "namespace"));
    }
    if (value.has("metric")) {
      refuseUnknown(value, METRIC_KEYS);
      return new Input.Samples(
          name, need, value.path("metric").asText(), value.path("labels").asText(""));
    }
    if (value.has("alert")) {
      refuseUnknown(value, Set.of("alert"));
      return new Input.Alert(name, need, value.path("alert").asText());
    }
    throw new InputException(
        "a query such as 'pods -n $NAMESPACE', or a map with logs, targets, metric or alert is wanted here");
  }

  private static void refuseUnknown(JsonNode value, Set<String> known) throws InputException {
    for (var entry : value.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new InputException(
            "unknown key '" + entry.getKey() + "'" + Spelling.suggestion(entry.getKey(), known));
      }
    }
  }

  private static Input logs(String name, Input.Need need, JsonNode value) throws InputException {
    String pattern = value.path("pattern").asText("");
    if (pattern.isEmpty()) {
      throw new InputException("pattern is missing");
    }
    compile(pattern);
    OptionalLong window = OptionalLong.empty();
    if (value.has("window")) {
      window = PromDuration.seconds(value.path("window").asText());
      if (window.isEmpty()) {
        throw new InputException(
            "window: '" + value.path("window").asText() + "' is no duration such as 5m");
      }
    }
    Input.Objects pods = objects(name, need, value.path("logs").asText());
    return new Input.LogLines(
        name,
        need,
        pods,
        text(value, "container"),
        pattern,
        window,
        value.path("previous").asBoolean(false));
  }

  private static void compile(String pattern) throws InputException {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new InputException("pattern: " + e.getMessage());
    }
  }

  private static Optional<String> text(JsonNode value, String key) {
    return value.hasNonNull(key) ? Optional.of(value.path(key).asText()) : Optional.empty();
  }

  private static Input.Objects objects(String name, Input.Need need, String query)
      throws InputException {
    String type = "";
    Optional<String> object = Optional.empty();
    Optional<String> namespace = Optional.empty();
    String labels = "";
    String fields = "";
    String[] words = query.strip().split("\\s+");
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (!word.startsWith("-")) {
        if (!type.isEmpty()) {
          throw new InputException(
              "'" + query + "': one type is wanted, '" + word + "' is a second word");
        }
        int slash = word.indexOf('/');
        type = slash < 0 ? word : word.substring(0, slash);
        object = slash < 0 ? Optional.empty() : Optional.of(word.substring(slash + 1));
        continue;
      }
      if (word.equals("-A") || word.equals("--all-namespaces")) {
        continue;
      }
      if (!FLAGS.contains(word)) {
        throw new InputException(
            "'" + query + "': unknown flag '" + word + "'" + Spelling.suggestion(word, FLAGS));
      }
      if (++i == words.length) {
        throw new InputException("'" + query + "': flag '" + word + "' needs a value");
      }
      switch (word) {
        case "-n", "--namespace" -> namespace = Optional.of(words[i]);
        case "-l", "--selector" -> labels = words[i];
        default -> fields = words[i];
      }
    }
    if (type.isEmpty()) {
      throw new InputException("'" + query + "': no resource type");
    }
    refuseBrokenSelectors(query, labels, fields);
    return new Input.Objects(name, need, type, object, namespace, labels, fields);
  }

  private static void refuseBrokenSelectors(String query, String labels, String fields)
      throws InputException {
    try {
      LabelSelector.parse(labels);
      FieldSelector.parse(fields);
    } catch (SelectorException e) {
      throw new InputException("'" + query + "': " + e.getMessage());
    }
  }
}
