package mganalyze.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases in {@code testdata/archive}: each file is a list of maps. */
final class Cases {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Cases() {}

  /** Of one file, or of all files in a folder. */
  static List<JsonNode> of(String name) throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(Path.of("testdata/archive", name))) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        YAML.readTree(path.toFile()).forEach(cases::add);
      }
    }
    return cases;
  }

  static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
