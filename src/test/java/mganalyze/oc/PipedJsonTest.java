package mganalyze.oc;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import mganalyze.archive.Store;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellLimits;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code oc get -o json | jq}, where no JSON is written, against the same with bytes between. */
class PipedJsonTest {
  private static final String GET = "oc get pods -A -o json";

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> jqPrintsTheSameOfTheTreeAsOfTheText() throws IOException {
    Store store = Store.create();
    JsonNode pods = new YAMLMapper().readTree(new File("testdata/oc/pods.yaml"));
    Oc oc = new Oc(TinyGather.of(folder, pods.path("objects"), pods.path("logs"), store));
    Shell shell =
        new Shell(Map.of("oc", oc), ShellLimits.defaults(), Instant.parse("2025-01-10T12:00:00Z"));
    String before = shell.run(GET).output();
    return Files.readAllLines(Path.of("testdata/piped-json.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command,
                    () -> {
                      Result ofTree = shell.run(GET + " | " + command);
                      Result ofText = shell.run(GET + " | cat | " + command);
                      assertAll(
                          () -> assertEquals(ofText.output(), ofTree.output()),
                          () -> assertEquals(ofText.errors(), ofTree.errors()),
                          () -> assertEquals(ofText.status(), ofTree.status()),
                          () -> assertEquals(before, shell.run(GET).output()));
                    }))
        .onClose(() -> close(store));
  }

  private static void close(Store store) {
    try {
      store.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
