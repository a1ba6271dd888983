package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.SecretMask;
import mganalyze.finding.Severity;
import mganalyze.finding.Strength;
import mganalyze.runbook.Check;
import mganalyze.runbook.Runbook;

/**
 * Turns what a check's program prints into findings: {@code {"message": …, "source": 3, "at":
 * [["status","phase"]], "also": [{"source": 5, "at": []}], "since": "2024-…"}}. A condition that
 * has not held for as long as the alert wants is only suspected.
 */
final class FindingReader {
  private static final int MOST_EVIDENCE = 12;
  private static final int LONGEST_MESSAGE = 2000;

  private final Runbook runbook;
  private final Optional<Instant> gatheredAt;
  private final OptionalLong ruleFor;

  /**
   * Reads the findings of a runbook's checks.
   *
   * @param ruleFor how long the cluster's own rule wants the condition to hold, in seconds; empty
   *     leaves it to the check and the runbook
   */
  FindingReader(Runbook runbook, Optional<Instant> gatheredAt, OptionalLong ruleFor) {
    this.runbook = runbook;
    this.gatheredAt = gatheredAt;
    this.ruleFor = ruleFor;
  }

  Finding read(Check check, JsonNode result, Sources sources) {
    Optional<Sourced> about = sources.find(result.path("source"));
    List<Evidence> evidence = new ArrayList<>();
    addEvidence(result, sources, evidence);
    for (JsonNode also : result.path("also")) {
      addEvidence(also, sources, evidence);
    }
    String message = SecretMask.mask(result.path("message").asText());
    Optional<Duration> held = held(result);
    long wanted = ruleFor.orElse(result.path("heldFor").asLong(runbook.heldFor()));
    Strength strength = check.strength();
    if (strength == Strength.CONFIRMED && held.isPresent() && held.get().toSeconds() < wanted) {
      strength = Strength.SUSPECTED;
      message +=
          "; that has held since "
              + result.path("since").asText()
              + ", for "
              + span(held.get().toSeconds())
              + ", and the alert waits for "
              + span(wanted);
    } else if (held.isPresent()) {
      message += "; since " + result.path("since").asText();
    }
    return new Finding(
        check.id(),
        strength,
        check.severity().or(runbook::severity).orElse(Severity.WARNING),
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + " …" : message,
        about.flatMap(Sourced::object),
        evidence);
  }

  private static void addEvidence(JsonNode node, Sources sources, List<Evidence> evidence) {
    Optional<Sourced> source = sources.find(node.path("source"));
    if (source.isEmpty()) {
      return;
    }
    List<List<Object>> paths = new ArrayList<>();
    node.path("at").forEach(path -> paths.add(path(path)));
    if (paths.isEmpty()) {
      paths.add(List.of());
    }
    for (List<Object> path : paths) {
      if (evidence.size() < MOST_EVIDENCE) {
        Evidence found = source.get().evidence(path);
        if (!evidence.contains(found)) {
          evidence.add(found);
        }
      }
    }
  }

  private static List<Object> path(JsonNode path) {
    List<Object> steps = new ArrayList<>();
    for (JsonNode step : path) {
      if (step.isNumber()) {
        steps.add(step.asInt());
      } else {
        steps.add(step.asText());
      }
    }
    return steps;
  }

  private Optional<Duration> held(JsonNode result) {
    String since = result.path("since").asText("");
    if (since.isEmpty() || gatheredAt.isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration held = Duration.between(OffsetDateTime.parse(since).toInstant(), gatheredAt.get());
      // An object that changed while the gather ran is newer than the gather.
      return Optional.of(held.isNegative() ? Duration.ZERO : held);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds as people say them. */
  static String span(long seconds) {
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
  }
}
