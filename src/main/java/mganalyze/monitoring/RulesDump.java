package mganalyze.monitoring;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the answer of Prometheus to {@code /api/v1/rules}: {@code
 * {"status":"success","data":{"groups":[{"rules":[{"type":"alerting","name":…,"state":…,
 * "alerts":[…]}]}]}}}.
 */
final class RulesDump {
  private final String source;
  private final Map<String, AlertRule> rules = new LinkedHashMap<>();
  private boolean success;

  private RulesDump(String source) {
    this.source = source;
  }

  /**
   * The alerting rules by name. Throws {@link IOException} for text that is cut, no JSON, or an
   * answer that is an error.
   */
  static Map<String, AlertRule> read(byte[] json, String source) throws IOException {
    RulesDump dump = new RulesDump(source);
    try (AnswerParser answer = new AnswerParser(json)) {
      if (answer.next() != JsonToken.START_OBJECT) {
        throw new IOException("no answer of Prometheus");
      }
      dump.readObject(answer);
    }
    if (!dump.success) {
      throw new IOException("the answer of Prometheus is an error");
    }
    return dump.rules;
  }

  private void readObject(AnswerParser answer) throws IOException {
    while (answer.hasField()) {
      String field = answer.field();
      JsonToken value = answer.next();
      if (field.equals("status")) {
        success = answer.text().equals("success");
      } else if (value == JsonToken.START_OBJECT) {
        readObject(answer);
      } else if (value == JsonToken.START_ARRAY && field.equals("rules")) {
        while (answer.hasObject()) {
          readRule(answer);
        }
      } else if (value == JsonToken.START_ARRAY) {
        while (answer.hasObject()) {
          readObject(answer);
        }
      }
    }
  }

  private void readRule(AnswerParser answer) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<String, String> labels = Map.of();
    List<AlertRule.Instance> instances = new ArrayList<>();
    while (answer.hasField()) {
      String field = answer.field();
      JsonToken value = answer.next();
      if (field.equals("labels") && value == JsonToken.START_OBJECT) {
        labels = answer.texts();
      } else if (field.equals("alerts") && value == JsonToken.START_ARRAY) {
        while (answer.hasObject()) {
          instances.add(readInstance(answer));
        }
      } else if (value.isScalarValue()) {
        texts.put(field, answer.text());
      } else {
        answer.skip();
      }
    }
    if ("alerting".equals(texts.get("type")) && texts.containsKey("name")) {
      AlertRule rule =
          new AlertRule(
              texts.get("name"),
              state(texts.getOrDefault("state", "")),
              texts.getOrDefault("query", ""),
              seconds(texts.getOrDefault("duration", "")),
              labels,
              instances,
              source);
      rules.merge(rule.name(), rule, AlertRule::merge);
    }
  }

  private static double seconds(String duration) {
    try {
      return Double.parseDouble(duration);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static AlertRule.Instance readInstance(AnswerParser answer) throws IOException {
    Map<String, String> labels = Map.of();
    String state = "";
    Optional<Instant> activeAt = Optional.empty();
    while (answer.hasField()) {
      String field = answer.field();
      JsonToken value = answer.next();
      if (field.equals("labels") && value == JsonToken.START_OBJECT) {
        labels = answer.texts();
      } else if (field.equals("state") && value.isScalarValue()) {
        state = answer.text();
      } else if (field.equals("activeAt") && value.isScalarValue()) {
        activeAt = time(answer.text());
      } else {
        answer.skip();
      }
    }
    return new AlertRule.Instance(state(state), activeAt, labels);
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static AlertRule.State state(String word) {
    return switch (word) {
      case "firing" -> AlertRule.State.FIRING;
      case "pending" -> AlertRule.State.PENDING;
      default -> AlertRule.State.INACTIVE;
    };
  }
}
