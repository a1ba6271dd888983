package mganalyze.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Progress;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherBuilder;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.RunbookException;
import mganalyze.runbook.RunbookParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each command of the diagnosis sections of the source runbooks gets an answer, or a reason why
 * there is none; {@code testdata/diagnosis/source-commands.yaml} has them as published. Those that
 * are malformed fail with the words that they fail with on a cluster:
 *
 * <pre>
 * - runbook: the alert
 *   steps: [{run: a command, fails: words on standard error}]
 * </pre>
 */
class SourceCommandsTest {
  private static final String FILE = "diagnosis/source-commands.yaml";
  private static final int ALL = 181;
  private static final Set<Outcome> BAD = Set.of(Outcome.UNSUPPORTED, Outcome.FAILED);

  @Test
  void hasThemAll() throws IOException {
    int count = 0;
    for (JsonNode runbook : TestCases.read(FILE)) {
      count += runbook.path("steps").size();
    }
    assertEquals(ALL, count);
  }

  @TestFactory
  Stream<DynamicTest> answersOnAHealthyCluster() throws IOException {
    return TestCases.of(FILE, "runbook", one -> check(one, "healthy"));
  }

  @TestFactory
  Stream<DynamicTest> answersOnABrokenCluster() throws IOException {
    return TestCases.of(FILE, "runbook", one -> check(one, "broken"));
  }

  @TestFactory
  Stream<DynamicTest> answersWithoutVirtualization() throws IOException {
    return TestCases.of(FILE, "runbook", one -> check(one, "no-virtualization"));
  }

  private static void check(JsonNode one, String base) throws IOException, RunbookException {
    StringBuilder markdown = new StringBuilder("# Tried\n\n## Diagnosis\n\n");
    for (JsonNode step : one.path("steps")) {
      markdown.append("```terminal\n").append(step.path("run").asText()).append("\n```\n\n");
    }
    Runbook runbook =
        RunbookParser.parse("Tried.md", markdown.toString().getBytes(StandardCharsets.UTF_8));
    try (Store store = Store.create()) {
      List<StepResult> results = new StepRunner(open(base, store)).run(runbook, List.of());
      assertEquals(one.path("steps").size(), results.size());
      for (int i = 0; i < results.size(); i++) {
        check(one.path("steps").get(i), results.get(i));
      }
    }
  }

  private static void check(JsonNode step, StepResult result) {
    assertFalse(result.runs().isEmpty());
    List<String> found = new ArrayList<>();
    result
        .runs()
        .forEach(run -> found.add(run.outcome().word() + ": " + run.output() + run.detail()));
    String words = step.path("fails").asText();
    for (StepResult.Run run : result.runs()) {
      if (words.isEmpty()) {
        assertFalse(BAD.contains(run.outcome()), () -> result.command() + "\n" + found);
      } else {
        boolean isRefused = run.outcome() == Outcome.FAILED && run.output().contains(words);
        boolean isUnbound = run.outcome() == Outcome.NO_DATA && run.output().isEmpty();
        assertTrue(isRefused || isUnbound, () -> result.command() + "\n" + found);
      }
    }
  }

  private static Gather open(String name, Store store) throws IOException {
    GatherBuilder builder = new GatherBuilder(() -> {});
    ArchiveFacts facts =
        ArchiveReader.read(
            Source.of(Path.of("testdata/gathers", name).toString()),
            Limits.defaults(),
            store,
            builder,
            Progress.none());
    return builder.build(facts);
  }
}
