package mganalyze.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.diagnosis.VerdictTable.Checks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VerdictTableTest {
  @TestFactory
  Stream<DynamicTest> decides() throws IOException {
    return TestCases.of(
        "diagnosis/verdicts.yaml",
        "alert",
        row -> {
          for (Checks checks : Checks.values()) {
            String word = checks.name().toLowerCase(Locale.ROOT);
            assertEquals(
                row.path(word).asText(),
                VerdictTable.decide(row.path("alert").asText(), checks).word(),
                word);
          }
        });
  }
}
