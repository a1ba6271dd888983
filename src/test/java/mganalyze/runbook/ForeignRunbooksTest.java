package mganalyze.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mganalyze.TestCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Markdown as other teams publish it, in {@code testdata/runbooks-foreign}: all commands, and
 * nothing else, with line and title. {@code testdata/runbook/foreign.yaml} lists them.
 */
class ForeignRunbooksTest {
  private static final String FOLDER = "testdata/runbooks-foreign/";

  private static Map<String, Runbook> runbooks() throws IOException {
    Runbooks runbooks = Runbooks.none();
    runbooks.add(Path.of(FOLDER));
    assertEquals(List.of(), runbooks.mistakes());
    Map<String, Runbook> byFile = new TreeMap<>();
    runbooks.all().forEach(each -> byFile.put(each.file().substring(FOLDER.length()), each));
    return byFile;
  }

  @Test
  void takesRunbooksAndLeavesOtherDocuments() throws IOException {
    List<String> files = new ArrayList<>();
    TestCases.read("runbook/foreign.yaml").forEach(one -> files.add(one.path("file").asText()));
    assertEquals(files, List.copyOf(runbooks().keySet()));
  }

  @TestFactory
  Stream<DynamicTest> findsEveryCommand() throws IOException {
    Map<String, Runbook> byFile = runbooks();
    return TestCases.of(
        "runbook/foreign.yaml", "file", one -> check(byFile.get(one.path("file").asText()), one));
  }

  private static void check(Runbook runbook, JsonNode wanted) {
    List<String> expected = new ArrayList<>();
    for (JsonNode step : wanted.path("steps")) {
      expected.add(
          show(
              step.path("line").asInt(),
              step.path("title").asText(),
              step.path("kind").asText("command"),
              step.path("command").asText()));
    }
    List<String> found = new ArrayList<>();
    for (Step step : runbook.steps()) {
      String kind = step.kind().name().toLowerCase(Locale.ROOT);
      found.add(show(step.line(), step.title(), kind, step.command()));
    }
    assertEquals(String.join("\n", expected), String.join("\n", found));
    assertEquals(wanted.path("name").asText(), runbook.name());
    assertEquals(List.of(), runbook.checks());
  }

  private static String show(int line, String title, String kind, String command) {
    return "line " + line + " [" + title + "] " + kind + ": " + command;
  }
}
