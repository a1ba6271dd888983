package mganalyze.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mganalyze.yaml.YamlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The functions that checks share, tried on the cases in {@code testdata/prelude}. */
class PreludeTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @TestFactory
  Stream<DynamicTest> printWhatTheyShould() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("testdata", "prelude"))) {
      for (Path file : files.sorted().toList()) {
        byte[] yaml = Files.readAllBytes(file);
        for (JsonNode one : YamlReader.read(yaml, 0, yaml.length, Set.of())) {
          tests.add(
              DynamicTest.dynamicTest(
                  file.getFileName() + ": " + one.path("name").asText(), () -> run(one)));
        }
      }
    }
    return tests.stream();
  }

  private static void run(JsonNode one) throws Exception {
    ObjectNode cluster = JSON.objectNode();
    cluster.put("gatheredAtSeconds", Instant.parse("2024-10-24T13:05:00Z").getEpochSecond());
    cluster.putObject("versions");
    ObjectNode inputs = JSON.objectNode();
    inputs.set("in", one.path("in"));
    ArrayNode printed = JSON.arrayNode();
    CheckProgram.parse(".in | " + one.path("program").asText())
        .run(inputs, cluster)
        .forEach(printed::add);
    assertEquals(one.path("out").toPrettyString(), printed.toPrettyString());
  }
}
