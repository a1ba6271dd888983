package mganalyze.monitoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
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
 * "alerts":[…]}]}]}}}. One line of a megabyte or more, so it is read as a stream.
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
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no answer of Prometheus");
      }
      dump.readObject(parser);
    }
    if (!dump.success) {
      throw new IOException("the answer of Prometheus is an error");
    }
    return dump.rules;
  }

  private void readObject(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = next(parser);
      if (field.equals("status")) {
        success = "success".equals(parser.getValueAsString());
      } else if (field.equals("rules") && value == JsonToken.START_ARRAY) {
        while (next(parser) == JsonToken.START_OBJECT) {
          readRule(parser);
        }
      } else if (value == JsonToken.START_OBJECT) {
        readObject(parser);
      } else if (value == JsonToken.START_ARRAY) {
        while (next(parser) == JsonToken.START_OBJECT) {
          readObject(parser);
        }
        skipArray(parser);
      }
    }
  }

  /** Reads past the rest of an array whose items are no objects. */
  private static void skipArray(JsonParser parser) throws IOException {
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      next(parser);
    }
  }

  /** A text that ends too early has no next token. */
  private static JsonToken next(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new IOException("the text is cut");
    }
    return token;
  }

  private void readRule(JsonParser parser) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<String, String> labels = Map.of();
    List<AlertRule.Instance> instances = new ArrayList<>();
    while (next(parser) == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = next(parser);
      if (field.equals("labels") && value == JsonToken.START_OBJECT) {
        labels = readTexts(parser);
      } else if (field.equals("alerts") && value == JsonToken.START_ARRAY) {
        while (next(parser) == JsonToken.START_OBJECT) {
          instances.add(readInstance(parser));
        }
      } else if (value.isStructStart()) {
        parser.skipChildren();
      } else {
        texts.put(field, parser.getText());
      }
    }
    if ("alerting".equals(texts.get("type")) && texts.containsKey("name")) {
      AlertRule rule =
          new AlertRule(
              texts.get("name"),
              state(texts.get("state")),
              texts.getOrDefault("query", ""),
              seconds(texts.get("duration")),
              labels,
              instances,
              source);
      rules.merge(rule.name(), rule, AlertRule::merge);
    }
  }

  private static double seconds(String duration) {
    try {
      return duration == null ? 0 : Double.parseDouble(duration);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private AlertRule.Instance readInstance(JsonParser parser) throws IOException {
    Map<String, String> labels = Map.of();
    String state = null;
    Optional<Instant> activeAt = Optional.empty();
    while (next(parser) == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = next(parser);
      if (field.equals("labels") && value == JsonToken.START_OBJECT) {
        labels = readTexts(parser);
      } else if (value.isStructStart()) {
        parser.skipChildren();
      } else if (field.equals("state")) {
        state = parser.getText();
      } else if (field.equals("activeAt")) {
        activeAt = time(parser.getText());
      }
    }
    return new AlertRule.Instance(state(state), activeAt, labels);
  }

  private static Map<String, String> readTexts(JsonParser parser) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    while (next(parser) == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      next(parser);
      texts.put(field, parser.getText());
      parser.skipChildren();
    }
    return texts;
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static AlertRule.State state(String word) {
    if ("firing".equals(word)) {
      return AlertRule.State.FIRING;
    }
    return "pending".equals(word) ? AlertRule.State.PENDING : AlertRule.State.INACTIVE;
  }
}
