package mganalyze.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import mganalyze.finding.Severity;
import mganalyze.runbook.MarkdownSections.Topic;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/** Reads a runbook's file, or tells every mistake in it. */
public final class RunbookParser {
  private static final Set<String> KEYS =
      Set.of(
          "alert",
          "aliases",
          "component",
          "severity",
          "for",
          "appliesTo",
          "versions",
          "bind",
          "checks",
          "decides");
  private static final Set<String> VERSION_KEYS =
      Set.of("component", "since", "removed", "successor");

  private final String file;
  private final byte[] bytes;
  private final List<Mistake> mistakes = new ArrayList<>();

  private RunbookParser(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Throws {@link RunbookException} with all mistakes of the file. */
  public static Runbook parse(String file, byte[] bytes) throws RunbookException {
    return new RunbookParser(file, bytes).parse();
  }

  private Runbook parse() throws RunbookException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    FrontMatter front = FrontMatter.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (front.isOpen()) {
      mistake("line 1", "the front matter has no end, a line of three dashes");
    }
    JsonNode keys = readKeys(front);
    MarkdownSections sections =
        MarkdownSections.of(MarkdownReader.read(front.body(), front.bodyLine()));
    String name = text(keys, "alert").orElseGet(() -> RunbookName.of(sections.title(), file));
    Runbook runbook =
        new Runbook(
            file,
            name,
            texts(keys, "aliases"),
            text(keys, "component"),
            severity(keys.path("severity"), "severity"),
            duration(keys.path("for"), "for"),
            texts(keys, "appliesTo"),
            versions(keys.path("versions")),
            binds(keys.path("bind"), front),
            new CheckParser(this::mistake).parse(keys.path("checks"), front),
            text(keys, "decides").orElse(""),
            new Runbook.Prose(
                sections.title(),
                sections.text(Topic.MEANING),
                sections.text(Topic.IMPACT),
                sections.text(Topic.DIAGNOSIS),
                sections.text(Topic.MITIGATION)),
            StepReader.read(sections.stepLines()),
            keys.isObject() || sections.isRunbook());
    if (!mistakes.isEmpty()) {
      throw new RunbookException(mistakes);
    }
    return runbook;
  }

  private JsonNode readKeys(FrontMatter front) {
    if (front.text().isEmpty()) {
      return MissingNode.getInstance();
    }
    byte[] yaml = front.text().getBytes(StandardCharsets.UTF_8);
    try {
      JsonNode keys = YamlReader.read(yaml, 0, yaml.length, Set.of());
      if (!keys.isObject()) {
        mistake("line 1", "the front matter is no map of keys");
        return MissingNode.getInstance();
      }
      if (isForeign(keys)) {
        return MissingNode.getInstance();
      }
      refuseUnknown(keys, KEYS, "");
      return keys;
    } catch (YamlException e) {
      mistake("line " + front.lineInFile(e.line()), e.reason());
      return MissingNode.getInstance();
    }
  }

  /** Front matter of another tool, such as a site generator's title and layout. */
  private static boolean isForeign(JsonNode keys) {
    for (Map.Entry<String, JsonNode> entry : keys.properties()) {
      if (KEYS.contains(entry.getKey()) || !Spelling.suggestion(entry.getKey(), KEYS).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  void mistake(String where, String reason) {
    mistakes.add(new Mistake(file, where, reason));
  }

  private void refuseUnknown(JsonNode node, Set<String> known, String path) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      if (!known.contains(key)) {
        mistake(path + key, "unknown key" + Spelling.suggestion(key, known));
      }
    }
  }

  private Optional<String> text(JsonNode keys, String key) {
    JsonNode value = keys.path(key);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
      mistake(key, "a text is wanted here");
      return Optional.empty();
    }
    return Optional.of(value.asText());
  }

  private List<String> texts(JsonNode keys, String key) {
    JsonNode value = keys.path(key);
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        if (!value.get(i).isTextual() || value.get(i).asText().isBlank()) {
          mistake(key + "[" + i + "]", "a text is wanted here");
        }
        texts.add(value.get(i).asText());
      }
    } else if (!value.isMissingNode()) {
      mistake(key, "a text or a list of texts is wanted here");
    }
    return texts;
  }

  Optional<Severity> severity(JsonNode value, String where) {
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    Optional<Severity> severity = Severity.of(value.asText().toLowerCase(Locale.ROOT));
    if (severity.isEmpty()) {
      mistake(where, "'" + value.asText() + "' is none of info, warning, critical");
    }
    return severity;
  }

  private long duration(JsonNode value, String where) {
    if (value.isMissingNode()) {
      return 0;
    }
    OptionalLong seconds = PromDuration.seconds(value.asText());
    if (seconds.isEmpty()) {
      mistake(where, "'" + value.asText() + "' is no duration such as 5m");
    }
    return seconds.orElse(0);
  }

  private Optional<VersionRange> versions(JsonNode value) {
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    refuseUnknown(value, VERSION_KEYS, "versions.");
    if (!value.hasNonNull("component")) {
      mistake("versions.component", "is missing");
    }
    return Optional.of(
        new VersionRange(
            value.path("component").asText(),
            optional(value.path("since")),
            optional(value.path("removed")),
            optional(value.path("successor"))));
  }

  private static Optional<String> optional(JsonNode value) {
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
  }

  private static List<String> names(String key) {
    List<String> names = new ArrayList<>();
    for (String name : key.split(",", -1)) {
      names.add(name.strip());
    }
    return names;
  }

  private List<Bind> binds(JsonNode value, FrontMatter front) {
    List<Bind> binds = new ArrayList<>();
    if (!value.isMissingNode() && !value.isObject()) {
      mistake("bind", "a map of placeholders to commands is wanted here");
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String key = entry.getKey();
      if (!entry.getValue().isTextual() || entry.getValue().asText().isBlank()) {
        mistake("bind." + key, "a command is wanted here");
        continue;
      }
      List<String> names = names(key);
      binds.add(new Bind(names, entry.getValue().asText(), front.placeOf("bind", key)));
    }
    return binds;
  }
}
