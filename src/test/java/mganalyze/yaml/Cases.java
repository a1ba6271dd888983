package mganalyze.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The cases of a file below {@code testdata/yaml}; Jackson reads them, not the code under test. */
final class Cases {

  private Cases() {}

  static Stream<DynamicTest> of(String file, Consumer<JsonNode> test) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode given : new YAMLMapper().readTree(new File("testdata/yaml/" + file))) {
      tests.add(DynamicTest.dynamicTest(given.path("name").asText(), () -> test.accept(given)));
    }
    return tests.stream();
  }

  static byte[] bytes(JsonNode given) {
    return given.path("in").asText().getBytes(StandardCharsets.UTF_8);
  }
}
