package mganalyze.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import mganalyze.finding.Severity;
import mganalyze.finding.Strength;

/** Reads the {@code checks} of a front matter. */
final class CheckParser {
  private static final Set<String> KEYS =
      Set.of("id", "strength", "severity", "insteadOf", "inputs", "jq");

  private final BiConsumer<String, String> mistakes;

  /** Takes what hears of mistakes: place, then reason. */
  CheckParser(BiConsumer<String, String> mistakes) {
    this.mistakes = mistakes;
  }

  List<Check> parse(JsonNode checks, FrontMatter front) {
    if (checks.isMissingNode()) {
      return List.of();
    }
    if (!checks.isArray()) {
      mistakes.accept("checks", "a list is wanted here");
      return List.of();
    }
    List<Check> found = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < checks.size(); i++) {
      Check check =
          parseCheck(checks.get(i), "checks[" + i + "]", front.placeOf("checks", i, "jq"));
      if (!ids.add(check.id())) {
        mistakes.accept("checks[" + i + "].id", "'" + check.id() + "' stands twice");
      }
      if (check.insteadOf().isPresent() && !ids.contains(check.insteadOf().get())) {
        mistakes.accept(
            "checks[" + i + "].insteadOf",
            "no check before it has the id '" + check.insteadOf().get() + "'");
      }
      found.add(check);
    }
    return found;
  }

  private Check parseCheck(JsonNode node, String path, FrontMatter.Place place) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      if (!KEYS.contains(key)) {
        mistakes.accept(path + "." + key, "unknown key" + Spelling.suggestion(key, KEYS));
      }
    }
    String id = node.path("id").asText("");
    if (!isKebab(id)) {
      mistakes.accept(path + ".id", id.isEmpty() ? "is missing" : "'" + id + "' is not kebab-case");
    }
    String jq = node.path("jq").asText("");
    if (jq.isBlank()) {
      mistakes.accept(path + ".jq", "is missing");
    }
    return new Check(
        id,
        strength(node.path("strength"), path),
        severity(node.path("severity"), path),
        optional(node.path("insteadOf")),
        inputs(node.path("inputs"), path),
        jq,
        place);
  }

  private static boolean isKebab(String id) {
    for (char c : id.toCharArray()) {
      if (c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return !id.isEmpty();
  }

  private Strength strength(JsonNode value, String path) {
    Optional<Strength> strength = Strength.of(value.asText().toLowerCase(Locale.ROOT));
    if (strength.isEmpty()) {
      mistakes.accept(
          path + ".strength",
          value.isMissingNode()
              ? "is missing"
              : "'" + value.asText() + "' is none of confirmed, suspected, cause");
    }
    return strength.orElse(Strength.SUSPECTED);
  }

  private Optional<Severity> severity(JsonNode value, String path) {
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    Optional<Severity> severity = Severity.of(value.asText().toLowerCase(Locale.ROOT));
    if (severity.isEmpty()) {
      mistakes.accept(
          path + ".severity", "'" + value.asText() + "' is none of info, warning, critical");
    }
    return severity;
  }

  private static Optional<String> optional(JsonNode value) {
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
  }

  private List<Input> inputs(JsonNode node, String path) {
    List<Input> inputs = new ArrayList<>();
    if (!node.isObject() || node.isEmpty()) {
      mistakes.accept(path + ".inputs", "a check needs at least one input");
      return inputs;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String where = path + ".inputs." + entry.getKey();
      try {
        inputs.add(InputParser.parse(entry.getKey(), entry.getValue()));
      } catch (InputException e) {
        mistakes.accept(where, e.getMessage());
      }
    }
    return inputs;
  }
}
