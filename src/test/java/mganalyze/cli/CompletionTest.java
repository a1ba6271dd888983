package mganalyze.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.archive.Progress;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The lines of {@code testdata/shell-completion.yaml}. */
class CompletionTest {
  @TestFactory
  Stream<DynamicTest> offers() throws IOException {
    return TestCases.of("shell-completion.yaml", "line", CompletionTest::check);
  }

  private static void check(JsonNode one) throws IOException {
    try (OpenArchive opened =
        OpenArchive.read("testdata/gathers/healthy", Progress.none(), () -> {})) {
      String line = one.path("line").asText();
      List<String> before = line.isEmpty() ? List.of() : List.of(line.split(" "));
      List<String> words = new Completion(opened.gather()).words(before);
      TestCases.texts(one.path("offers")).forEach(word -> assertTrue(words.contains(word), word));
      TestCases.texts(one.path("not")).forEach(word -> assertFalse(words.contains(word), word));
    }
  }
}
