package mganalyze.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import mganalyze.TestCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class SelectorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> selectsByLabels() throws IOException {
    JsonNode labels = JSON.readTree("{\"app\":\"web\",\"tier\":\"\",\"rank\":\"3\"}");
    return TestCases.of(
        "gather/labels.yaml",
        "selector",
        one -> {
          String selector = one.path("selector").asText();
          if (one.has("says")) {
            assertSays(one, () -> LabelSelector.parse(selector));
          } else {
            assertEquals(
                one.path("matches").asBoolean(), LabelSelector.parse(selector).matches(labels));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> selectsByFields() throws IOException {
    JsonNode object =
        JSON.readTree(
            "{\"metadata\":{\"name\":\"p\",\"namespace\":\"n\"},\"spec\":{\"nodeName\":\"w\"},"
                + "\"status\":{\"phase\":\"Running\"},\"source\":{\"component\":\"kubelet\"}}");
    return TestCases.of(
        "gather/fields.yaml",
        "selector",
        one -> {
          String selector = one.path("selector").asText();
          if (one.has("says")) {
            assertSays(one, () -> FieldSelector.parse(selector));
          } else {
            assertEquals(
                one.path("matches").asBoolean(), FieldSelector.parse(selector).matches(object));
          }
        });
  }

  private static void assertSays(JsonNode one, Executable parse) {
    String message = assertThrows(SelectorException.class, parse).getMessage();
    assertTrue(message.contains(one.path("says").asText()), message);
  }
}
