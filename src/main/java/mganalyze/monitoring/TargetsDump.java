package mganalyze.monitoring;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the answer of Prometheus to {@code /api/v1/targets?state=active}: {@code
 * {"status":"success","data":{"activeTargets":[{"labels":{…},"health":"up","lastError":""}]}}}.
 */
final class TargetsDump {
  private TargetsDump() {}

  /** Throws {@link IOException} for text that is cut, no JSON, or has no list of targets. */
  static List<Target> read(byte[] json, String source) throws IOException {
    try (AnswerParser answer = new AnswerParser(json)) {
      List<Target> targets = new ArrayList<>();
      if (answer.next() != JsonToken.START_OBJECT || !readObject(answer, source, targets)) {
        throw new IOException("no list of targets");
      }
      return targets;
    }
  }

  /** Whether the object, or one in it, has the list. */
  private static boolean readObject(AnswerParser answer, String source, List<Target> targets)
      throws IOException {
    boolean isFound = false;
    while (answer.hasField()) {
      String field = answer.field();
      JsonToken value = answer.next();
      if (field.equals("activeTargets") && value == JsonToken.START_ARRAY) {
        isFound = true;
        while (answer.hasObject()) {
          targets.add(readTarget(answer, source));
        }
      } else if (value == JsonToken.START_OBJECT) {
        isFound |= readObject(answer, source, targets);
      } else {
        answer.skip();
      }
    }
    return isFound;
  }

  private static Target readTarget(AnswerParser answer, String source) throws IOException {
    Map<String, String> labels = Map.of();
    String health = "unknown";
    String lastError = "";
    while (answer.hasField()) {
      String field = answer.field();
      JsonToken value = answer.next();
      if (field.equals("labels") && value == JsonToken.START_OBJECT) {
        labels = answer.texts();
      } else if (field.equals("health") && value.isScalarValue()) {
        health = answer.text();
      } else if (field.equals("lastError") && value.isScalarValue()) {
        lastError = answer.text();
      } else {
        answer.skip();
      }
    }
    return new Target(health, labels, lastError, source);
  }
}
