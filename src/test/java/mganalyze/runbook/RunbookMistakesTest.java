package mganalyze.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mganalyze.TestCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RunbookMistakesTest {
  @TestFactory
  Stream<DynamicTest> tellsEveryMistake() throws IOException {
    return TestCases.of(
        "runbook/mistakes.yaml",
        "name",
        one -> {
          List<String> expected = TestCases.texts(one.path("mistakes"));
          List<Mistake> got = mistakes(one.path("text").asText());
          assertEquals(expected.size(), got.size(), got.toString());
          for (String start : expected) {
            assertTrue(
                got.stream().anyMatch(m -> (m.where() + ": " + m.reason()).startsWith(start)),
                start + " is not among " + got);
          }
          got.forEach(mistake -> assertEquals("a.md", mistake.file()));
        });
  }

  private static List<Mistake> mistakes(String text) {
    try {
      Runbook runbook = RunbookParser.parse("a.md", text.getBytes(StandardCharsets.UTF_8));
      return new ArrayList<>(RunbookCheck.mistakes(runbook));
    } catch (RunbookException e) {
      return e.mistakes();
    }
  }
}
