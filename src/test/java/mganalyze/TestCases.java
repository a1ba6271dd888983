package mganalyze;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mganalyze.yaml.YamlReader;
import org.junit.jupiter.api.DynamicTest;

/** Cases that are kept as data: a file below {@code testdata} is a list of maps. */
public final class TestCases {
  private TestCases() {}

  /** What is done with a case. */
  @FunctionalInterface
  public interface Trial {
    void run(JsonNode one) throws Exception;
  }

  public static JsonNode read(String file) throws IOException {
    byte[] yaml = Files.readAllBytes(Path.of("testdata").resolve(file));
    return YamlReader.read(yaml, 0, yaml.length, Set.of());
  }

  /** A test for each case of a file, named by the case's key {@code name}. */
  public static Stream<DynamicTest> of(String file, String name, Trial trial) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : read(file)) {
      String shown = one.path(name).asText();
      tests.add(DynamicTest.dynamicTest(shown.isEmpty() ? "(empty)" : shown, () -> trial.run(one)));
    }
    return tests.stream();
  }

  /** The texts of a list, or one text. */
  public static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isValueNode() && !node.isNull()) {
      texts.add(node.asText());
    }
    node.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
