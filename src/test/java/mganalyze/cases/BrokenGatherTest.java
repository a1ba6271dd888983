package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.diagnosis.Diagnosis;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Evidence;
import mganalyze.finding.Finding;
import mganalyze.finding.Verdict;
import mganalyze.runbook.Runbooks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The gather in which much is wrong: what is confirmed, with which objects and evidence, and
 * nothing else.
 */
class BrokenGatherTest {
  private final Places places = new Places();

  @TestFactory
  Stream<DynamicTest> confirmsWhatHolds() throws Exception {
    return assertAll("verdict", tree());
  }

  @TestFactory
  Stream<DynamicTest> confirmsWhatHoldsWithoutRules() throws Exception {
    FileTree tree = tree();
    AlertEdits.removeRules().apply(tree, places);
    return assertAll("without rules", tree);
  }

  private FileTree tree() throws CaseException {
    return new BaseGathers(places).read(Path.of("testdata", "gathers", "broken")).tree().copy();
  }

  private static Stream<DynamicTest> assertAll(String key, FileTree tree) throws IOException {
    Map<String, RunbookResult> results = new HashMap<>();
    try (OpenedGather opened = OpenedGather.of(tree)) {
      new Diagnosis(opened.gather(), opened.facts())
          .judge(Runbooks.builtIn().all())
          .forEach(result -> results.put(result.name(), result));
    }
    List<String> listed = new ArrayList<>();
    TestCases.read("broken.yaml").forEach(one -> listed.add(one.path("runbook").asText()));
    List<String> others = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          boolean isLoud =
              result.verdict() == Verdict.CONFIRMED || result.verdict() == Verdict.SUSPECTED;
          if (isLoud && !listed.contains(name)) {
            others.add(name + ": " + result.reason());
          }
        });
    return Stream.concat(
        TestCases.of(
            "broken.yaml",
            "runbook",
            one -> assertResult(one, key, results.get(one.path("runbook").asText()))),
        Stream.of(DynamicTest.dynamicTest("no other", () -> assertEquals(List.of(), others))));
  }

  private static void assertResult(JsonNode one, String key, RunbookResult result) {
    assertEquals(
        one.path(key).asText(one.path("verdict").asText()),
        result.verdict().word(),
        result.reason());
    TreeSet<String> objects = new TreeSet<>();
    StringBuilder messages = new StringBuilder();
    StringBuilder evidence = new StringBuilder();
    for (Finding finding : result.findings()) {
      finding.object().ifPresent(o -> objects.add(o.kind() + "/" + o.qualifiedName()));
      messages.append(finding.message()).append('\n');
      for (Evidence line : finding.evidence()) {
        evidence.append(String.join("\n", line.before())).append('\n').append(line.text());
        evidence.append('\n').append(String.join("\n", line.after())).append('\n');
      }
    }
    for (String object : TestCases.texts(one.path("objects"))) {
      assertTrue(objects.contains(object), object + " is not among " + objects);
    }
    for (String text : TestCases.texts(one.path("mentions"))) {
      assertTrue(messages.indexOf(text) >= 0, text + " is not in\n" + messages);
    }
    for (String text : TestCases.texts(one.path("evidence"))) {
      assertTrue(evidence.indexOf(text) >= 0, text + " is not in\n" + evidence);
    }
  }
}
