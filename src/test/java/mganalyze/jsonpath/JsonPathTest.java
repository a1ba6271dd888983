package mganalyze.jsonpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JsonPathTest {

  @TestFactory
  Stream<DynamicTest> printsAsKubectlDoes() throws IOException {
    List<Stream<DynamicTest>> tests = new ArrayList<>();
    for (String file :
        List.of("field.yaml", "list.yaml", "filter.yaml", "range.yaml", "syntax.yaml")) {
      tests.add(Cases.of(file, JsonPathTest::checkPrinting));
    }
    return tests.stream().flatMap(stream -> stream);
  }

  private static void checkPrinting(JsonNode object, JsonNode given) {
    String path = given.get("path").asText();
    if (given.has("error")) {
      JsonPathException fault =
          assertThrows(JsonPathException.class, () -> JsonPath.parse(path).print(object));
      assertEquals(given.get("error").asText(), fault.getMessage());
    } else {
      assertEquals(given.get("out").asText(), JsonPath.parse(path).print(object));
    }
  }

  @TestFactory
  Stream<DynamicTest> printsJsonAsKubectlDoes() throws IOException {
    return Cases.of(
        "json.yaml",
        (object, given) ->
            assertEquals(
                given.get("json").asText(),
                JsonPath.parse(given.get("path").asText()).printAsJson(object)));
  }

  @TestFactory
  Stream<DynamicTest> readsRelaxedPaths() throws IOException {
    return Cases.of("relaxed.yaml", JsonPathTest::checkRelaxed);
  }

  private static void checkRelaxed(JsonNode object, JsonNode given) {
    String path = given.get("path").asText();
    if (given.has("error")) {
      JsonPathException fault =
          assertThrows(JsonPathException.class, () -> JsonPath.relaxed(path).results(object));
      assertEquals(given.get("error").asText(), fault.getMessage());
    } else {
      List<String> cell = new ArrayList<>();
      for (List<JsonNode> found : JsonPath.relaxed(path).results(object)) {
        found.forEach(value -> cell.add(GoValue.print(value)));
      }
      assertEquals(given.get("cell").asText(), cell.isEmpty() ? "<none>" : String.join(",", cell));
    }
  }
}
