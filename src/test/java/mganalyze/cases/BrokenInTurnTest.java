package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.diagnosis.Diagnosis;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Verdict;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.Runbooks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Breaks the conditions one after the other, each by a case of its runbook, and runs all runbooks
 * on the gather: only that one is confirmed, and those that follow from it, as {@code
 * testdata/broken-in-turn.yaml} says and why.
 */
class BrokenInTurnTest {
  private static final String TABLE = "broken-in-turn.yaml";

  @Test
  void everyRunbookHasItsTurn() throws IOException {
    List<String> named = new ArrayList<>();
    TestCases.read(TABLE).forEach(row -> named.add(row.path("runbook").asText()));
    assertEquals(
        Runbooks.builtIn().all().stream().map(Runbook::name).sorted().toList(),
        named.stream().sorted().toList());
  }

  @TestFactory
  Stream<DynamicTest> nothingElseIsConfirmed() throws IOException {
    CaseSuite suite = CaseSuite.read(List.of(Path.of("testdata", "runbooks")), Runbooks.builtIn());
    Map<String, Case> cases = new TreeMap<>();
    suite.cases().forEach(one -> cases.put(one.runbook().name() + ": " + one.name(), one));
    return TestCases.of(
        TABLE,
        "runbook",
        row -> {
          String name = row.path("runbook").asText() + ": " + row.path("case").asText();
          assertEquals(expected(row), judged(row, cases.get(name)));
        });
  }

  private static String expected(JsonNode row) {
    TreeSet<String> confirmed = new TreeSet<>(List.of(row.path("runbook").asText()));
    row.path("confirmed").fieldNames().forEachRemaining(confirmed::add);
    TreeSet<String> suspected = new TreeSet<>();
    row.path("suspected").fieldNames().forEachRemaining(suspected::add);
    return text(confirmed, suspected);
  }

  /** The alerts' states would decide all but the broken one; they go, unless only they know. */
  private static String judged(JsonNode row, Case broken) throws Exception {
    FileTree tree = broken.tree();
    if (!row.path("decided by").asText().equals("alert")) {
      AlertEdits.removeRules().apply(tree, broken.places());
    }
    TreeSet<String> confirmed = new TreeSet<>();
    TreeSet<String> suspected = new TreeSet<>();
    try (OpenedGather opened = OpenedGather.of(tree)) {
      for (RunbookResult result :
          new Diagnosis(opened.gather(), opened.facts()).judge(Runbooks.builtIn().all())) {
        if (result.verdict() == Verdict.CONFIRMED) {
          confirmed.add(result.name());
        } else if (result.verdict() == Verdict.SUSPECTED) {
          suspected.add(result.name());
        }
      }
    }
    return text(confirmed, suspected);
  }

  private static String text(TreeSet<String> confirmed, TreeSet<String> suspected) {
    return "confirmed: " + confirmed + "\nsuspected: " + suspected;
  }
}
