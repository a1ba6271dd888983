package mganalyze.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * Reads an answer of Prometheus to {@code /api/v1/query}: {@code
 * {"data":{"result":[{"metric":{…},"value":[1729768000.1,"3"]}]}}}.
 */
final class InstantVector {
  private InstantVector() {}

  /** The series with one sample each; none for an answer that is cut or an error. */
  static List<Series> read(byte[] json, String source) {
    List<Series> series = new ArrayList<>();
    JsonNode answer;
    try {
      answer = YamlReader.read(json, 0, json.length, Set.of());
    } catch (YamlException e) {
      return series;
    }
    for (JsonNode result : answer.path("data").path("result")) {
      Map<String, String> labels = new LinkedHashMap<>();
      result
          .path("metric")
          .properties()
          .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
      JsonNode value = result.path("value");
      series.add(
          new Series(
              labels,
              List.of(new Series.Sample(value.path(0).asDouble(), value.path(1).asDouble())),
              source,
              1));
    }
    return series;
  }
}
