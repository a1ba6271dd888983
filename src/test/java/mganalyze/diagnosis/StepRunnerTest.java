package mganalyze.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Progress;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherBuilder;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.RunbookException;
import mganalyze.runbook.RunbookParser;
import mganalyze.shell.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the steps of small runbooks; {@code testdata/diagnosis/steps.yaml} says what becomes of
 * them:
 *
 * <pre>
 * - name: ...
 *   base: healthy        # a gather; or files: by path, a gather of its own
 *   alert: [{pod: x}]    # labels of its active instances
 *   runbook: the Markdown, front matter included
 *   runs: [{outcome: ran, command: whole, output: words in it, detail: words in it}]
 * </pre>
 */
class StepRunnerTest {
  private static final Map<String, Gather> BASES = new HashMap<>();
  private static final List<Store> STORES = new ArrayList<>();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> runs() throws IOException {
    return TestCases.of("diagnosis/steps.yaml", "name", this::check);
  }

  private void check(JsonNode one) throws IOException, RunbookException {
    Gather gather = one.has("files") ? own(one) : base(one.path("base").asText("healthy"));
    byte[] markdown = one.path("runbook").asText().getBytes(StandardCharsets.UTF_8);
    Runbook runbook = RunbookParser.parse("Tried.md", markdown);
    List<Map<String, String>> labels = new ArrayList<>();
    for (JsonNode instance : one.path("alert")) {
      Map<String, String> each = new HashMap<>();
      instance.properties().forEach(label -> each.put(label.getKey(), label.getValue().asText()));
      labels.add(each);
    }
    List<StepResult.Run> runs = new ArrayList<>();
    new StepRunner(gather).run(runbook, labels).forEach(step -> runs.addAll(step.runs()));
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (JsonNode run : one.path("runs")) {
      expected.add(run.path("outcome").asText() + ": " + run.path("command").asText().strip());
    }
    runs.forEach(run -> found.add(run.outcome().word() + ": " + run.command()));
    assertEquals(String.join("\n", expected), String.join("\n", found));
    for (int i = 0; i < runs.size(); i++) {
      JsonNode wanted = one.path("runs").get(i);
      String output = runs.get(i).output();
      assertTrue(output.contains(wanted.path("output").asText()), output);
      String detail = runs.get(i).detail().orElse("");
      assertTrue(detail.contains(wanted.path("detail").asText()), detail);
      assertEquals(wanted.has("detail"), !detail.isEmpty(), detail);
    }
  }

  @Test
  void keepsRunbooksApartThatAskTheSame() throws IOException, RunbookException {
    StepRunner runner = new StepRunner(base("healthy"));
    assertEquals("one|", printed(runner, "export X=one", "echo ${X:-none}"));
    assertEquals("none|", printed(runner, "echo ${X:-none}"));
    assertEquals("two|two|", printed(runner, "export X=two; echo $X", "X=two", "echo ${X:-none}"));
    assertEquals("two|", printed(runner, "X=two", "echo ${X:-none}"));
    assertEquals("1|", printed(runner, "test a = b", "echo $?"));
    assertEquals("0|", printed(runner, "echo $?"));
  }

  @Test
  void goesOnAfterACommandThatFailsByAFaultOfTheProgram() throws IOException, RunbookException {
    Program faulty =
        call -> {
          throw new IllegalStateException("no such luck");
        };
    StepRunner runner = new StepRunner(base("healthy"), Map.of("oc", faulty));
    String markdown = "## Diagnosis\n```\n$ oc get nodes\n$ echo on\n```\n";
    Runbook runbook = RunbookParser.parse("Tried.md", markdown.getBytes(StandardCharsets.UTF_8));
    List<StepResult> steps = runner.run(runbook, List.of());
    StepResult.Run failed = steps.get(0).runs().get(0);
    assertEquals(StepResult.Outcome.FAILED, failed.outcome());
    assertEquals(
        "a fault of mg-analyze: IllegalStateException: no such luck",
        failed.detail().orElseThrow());
    assertEquals("on\n", steps.get(1).runs().get(0).output());
  }

  private static String printed(StepRunner runner, String... commands) throws RunbookException {
    String markdown = "## Diagnosis\n```\n$ " + String.join("\n$ ", commands) + "\n```\n";
    Runbook runbook = RunbookParser.parse("Tried.md", markdown.getBytes(StandardCharsets.UTF_8));
    StringBuilder printed = new StringBuilder();
    for (StepResult step : runner.run(runbook, List.of())) {
      step.runs().forEach(run -> printed.append(run.output().replace("\n", "|")));
    }
    return printed.toString();
  }

  private Gather own(JsonNode one) throws IOException {
    Path root = Files.createTempDirectory(folder, "gather").resolve("must-gather.local.1/image");
    for (Map.Entry<String, JsonNode> file : one.path("files").properties()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue().asText());
    }
    return open(root.getParent().getParent());
  }

  private static Gather base(String name) throws IOException {
    if (!BASES.containsKey(name)) {
      BASES.put(name, open(Path.of("testdata/gathers", name)));
    }
    return BASES.get(name);
  }

  private static Gather open(Path archive) throws IOException {
    Store store = Store.create();
    STORES.add(store);
    GatherBuilder builder = new GatherBuilder(() -> {});
    ArchiveFacts facts =
        ArchiveReader.read(
            Source.of(archive.toString()), Limits.defaults(), store, builder, Progress.none());
    return builder.build(facts);
  }

  @AfterAll
  static void closeStores() throws IOException {
    for (Store store : STORES) {
      store.close();
    }
  }
}
