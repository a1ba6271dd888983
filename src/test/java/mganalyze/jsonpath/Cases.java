package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import mganalyze.yaml.YamlReader;
import org.junit.jupiter.api.DynamicTest;

/** Cases of a file below {@code testdata/jsonpath}; its first entry is the object of them all. */
final class Cases {

  private Cases() {}

  static Stream<DynamicTest> of(String file, BiConsumer<JsonNode, JsonNode> test)
      throws IOException {
    JsonNode cases = read(file);
    JsonNode object = cases.get(0).get("object");
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 1; i < cases.size(); i++) {
      JsonNode given = cases.get(i);
      String name = file + ": " + given.get("name").asText();
      tests.add(DynamicTest.dynamicTest(name, () -> test.accept(object, given)));
    }
    return tests.stream();
  }

  static JsonNode read(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("testdata/jsonpath", file));
    return YamlReader.read(bytes, 0, bytes.length, Set.of());
  }
}
