package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EntryLabelTest {
  @TestFactory
  List<DynamicTest> makesTheLabelsThatTheCasesSay() throws IOException {
    return Cases.of("labels.yaml").stream()
        .map(test -> DynamicTest.dynamicTest(test.get("name").asText(), () -> check(test)))
        .toList();
  }

  private static void check(JsonNode test) {
    ProblemLog problems = new ProblemLog();
    assertEquals(
        "outer!/" + test.get("out").asText(),
        EntryLabel.of("outer!/", test.get("in").asText(), problems));
    List<String> expected =
        test.has("unsafe") ? List.of("the entry's name " + test.get("unsafe").asText()) : List.of();
    assertEquals(expected, problems.list().stream().map(p -> p.detail()).toList());
  }

  @Test
  void cutsEndlessNames() {
    ProblemLog problems = new ProblemLog();
    assertEquals(4096, EntryLabel.of("", "x".repeat(1_000_000), problems).length());
    assertEquals(1, problems.list().size());
  }
}
