package mganalyze.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads the YAML files of real archives twice and compares. Every twentieth file, or every one with
 * {@code -Dyaml.everyFile=true}.
 */
class RealArchivesYamlTest {

  private static final Path ARCHIVES = Path.of("../shared/real-data");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ocp4.18-gcp-must-gather.tar.gz",
        "ocp4.8-aws-must-gather.tar.gz",
        "derived-harvester-as-must-gather.tar.gz"
      })
  void readsAsSnakeYamlDoes(String name) throws IOException {
    Path archive = ARCHIVES.resolve(name);
    assumeTrue(Files.exists(archive));
    boolean everyFile = Boolean.getBoolean("yaml.everyFile");
    int files = 0;
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(
                new BufferedInputStream(Files.newInputStream(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().endsWith(".yaml")) {
          if (everyFile || files % 20 == 0 && entry.getSize() < 500_000) {
            compare(entry.getName(), tar.readAllBytes());
          }
          files++;
        }
      }
    }
    assertTrue(files > 1000, files + " files");
  }

  private static void compare(String file, byte[] bytes) {
    JsonNode expected = EventReader.read(bytes, 0, bytes.length, Set.of());
    assertEquals(expected, YamlReader.read(bytes, 0, bytes.length, Set.of()), file);
    Slices slices = YamlReader.split(bytes, 0, bytes.length);
    assertEquals(expected.path("kind").asText(), slices.kindName(), file);
    if (slices.kind() == Slices.Kind.LIST) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      slices.slices().forEach(slice -> items.add(YamlReader.readSlice(bytes, slice, Set.of())));
      assertEquals(expected.get("items").size(), items.size(), file);
      if (!items.isEmpty()) {
        assertEquals(expected.get("items"), items, file);
      }
    }
  }
}
