package mganalyze.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps of rules and targets as Prometheus answers them, whole, odd and cut. */
class PrometheusDumpsTest {
  private static final String RULES =
      """
      {"status":"success","data":{"groups":[null,{"name":"g","rules":[3,
        {"type":"recording","name":"r"},
        {"type":"alerting","name":"A","state":"firing","duration":300,"labels":{"b":"2","a":"1"},
         "alerts":[null,{"state":"pending","activeAt":"2024-10-24T12:00:00Z","labels":{"pod":"x"}},
                   {"state":"firing","value":{"odd":1},"labels":{"z":"1","pod":["odd"],"b":"2"}}]},
        [{"odd":1}],
        {"type":"alerting","name":"B","state":"inactive"}]}]}}
      """;

  private static final String TARGETS =
      """
      {"status":"success","data":{"droppedTargets":[{"labels":{"pod":"no"}}],"activeTargets":[
        {"discoveredLabels":{"x":"y"},"labels":{"pod":"a","job":"b"},"health":"up","lastError":""},
        null,
        {"labels":{"pod":"c"},"health":"down","lastError":"connection refused"}]}}
      """;

  @Test
  void readsRulesPastItemsThatAreNone() throws IOException {
    Map<String, AlertRule> rules = RulesDump.read(bytes(RULES), "rules.json");
    assertEquals(List.of("A", "B"), List.copyOf(rules.keySet()));
    AlertRule rule = rules.get("A");
    assertEquals(AlertRule.State.FIRING, rule.state());
    assertEquals(300, rule.forSeconds());
    assertEquals("{a=1, b=2}", rule.labels().toString());
    assertEquals("{b=2, z=1}", rule.instances().get(1).labels().toString());
    assertEquals(2, rule.instances().size());
  }

  @Test
  void readsTargetsPastItemsThatAreNone() throws IOException {
    List<String> read = new ArrayList<>();
    for (Target target : TargetsDump.read(bytes(TARGETS), "targets.json")) {
      read.add(target.labels() + " " + target.health() + " " + target.lastError());
    }
    assertEquals(List.of("{job=b, pod=a} up ", "{pod=c} down connection refused"), read);
  }

  @Test
  void citesTheLineOfTheNewestSample() {
    String dump = "# TYPE m gauge\nm{pod=\"a\"} 1 10\nm{pod=\"b\"} 5 10\nm{pod=\"a\"} 2 20\nm{po";
    List<Series> series = OpenMetrics.read(bytes(dump), "m", "metrics.openmetrics");
    assertEquals(List.of(4, 3), series.stream().map(Series::line).toList());
    assertEquals(2, series.get(0).samples().get(1).value());
  }

  @Test
  void takesNoCutDumpForAWholeOne() {
    for (String dump : List.of(RULES, TARGETS)) {
      String whole = dump.strip();
      for (int length = 0; length < whole.length(); length++) {
        byte[] cut = bytes(whole.substring(0, length));
        assertThrows(IOException.class, () -> RulesDump.read(cut, "rules.json"));
        assertThrows(IOException.class, () -> TargetsDump.read(cut, "targets.json"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "{}", "{\"status\":\"error\",\"error\":\"down\"}"})
  void refusesWhatIsNoAnswer(String dump) {
    assertThrows(IOException.class, () -> RulesDump.read(bytes(dump), "rules.json"));
    assertThrows(IOException.class, () -> TargetsDump.read(bytes(dump), "targets.json"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
