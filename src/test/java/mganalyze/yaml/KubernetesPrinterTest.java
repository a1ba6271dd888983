package mganalyze.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares with what kubectl 1.32 printed: {@code NAME.object.json} is what a server answered,
 * {@code NAME.json} and {@code NAME.yaml} are the outputs.
 */
class KubernetesPrinterTest {

  private static final Path CASES = Path.of("testdata/yaml/print");
  private static final String OBJECT = ".object.json";

  static Stream<String> names() throws IOException {
    return Files.list(CASES)
        .map(path -> path.getFileName().toString())
        .filter(name -> name.endsWith(OBJECT))
        .map(name -> name.substring(0, name.length() - OBJECT.length()))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsAsKubectlDoes(String name) throws IOException {
    JsonNode object = new ObjectMapper().readTree(CASES.resolve(name + OBJECT).toFile());
    assertEquals(Files.readString(CASES.resolve(name + ".json")), KubernetesPrinter.json(object));
    assertEquals(Files.readString(CASES.resolve(name + ".yaml")), KubernetesPrinter.yaml(object));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadBack(String name) throws IOException {
    JsonNode object = new ObjectMapper().readTree(CASES.resolve(name + OBJECT).toFile());
    String yaml = KubernetesPrinter.yaml(object);
    assertEquals(yaml, KubernetesPrinter.yaml(read(yaml)));
    assertEquals(yaml, KubernetesPrinter.yaml(read(KubernetesPrinter.json(object))));
    assertEquals(yaml, KubernetesPrinter.yaml(read(KubernetesPrinter.compactJson(object))));
  }

  private static JsonNode read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return YamlReader.read(bytes, 0, bytes.length, Set.of());
  }

  @Test
  void printsScalarsAlone() {
    assertEquals("1\n", KubernetesPrinter.json(read("1")));
    assertEquals("a b\n", KubernetesPrinter.yaml(read("a b")));
    assertEquals("{}\n", KubernetesPrinter.yaml(read("{}")));
  }
}
