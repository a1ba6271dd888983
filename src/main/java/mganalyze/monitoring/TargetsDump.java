package mganalyze.monitoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the answer of Prometheus to {@code /api/v1/targets?state=active}: one line of a megabyte,
 * of which little is of use.
 */
final class TargetsDump {
  private TargetsDump() {}

  /** Throws {@link IOException} for text that is cut or no JSON. */
  static List<Target> read(byte[] json, String source) throws IOException {
    List<Target> targets = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      int depth = 0;
      JsonToken token = parser.nextToken();
      boolean found = false;
      while (token != null) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals("activeTargets")) {
          found = true;
          parser.nextToken();
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            targets.add(readTarget(parser, source));
          }
        } else if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        }
        token = parser.nextToken();
      }
      if (depth != 0 || !found) {
        throw new IOException("the text is cut, or no list of targets");
      }
    }
    return targets;
  }

  private static Target readTarget(JsonParser parser, String source) throws IOException {
    Map<String, String> labels = new LinkedHashMap<>();
    String health = "unknown";
    String lastError = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("labels") && value == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String label = parser.currentName();
          parser.nextToken();
          labels.put(label, parser.getText());
        }
      } else if (value != null && value.isStructStart()) {
        parser.skipChildren();
      } else if (field.equals("health")) {
        health = parser.getText();
      } else if (field.equals("lastError")) {
        lastError = parser.getText();
      }
    }
    return new Target(health, labels, lastError, source);
  }
}
