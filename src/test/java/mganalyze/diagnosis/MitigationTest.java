package mganalyze.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Progress;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import mganalyze.finding.Finding;
import mganalyze.finding.ObjectReference;
import mganalyze.finding.Severity;
import mganalyze.finding.Strength;
import mganalyze.gather.Gather;
import mganalyze.gather.GatherBuilder;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.RunbookParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Fills mitigations as {@code testdata/diagnosis/mitigation.yaml} says. */
class MitigationTest {
  private static Store store;
  private static Gather gather;

  @BeforeAll
  static void openGather() throws IOException {
    store = Store.create();
    GatherBuilder builder = new GatherBuilder(() -> {});
    Source source = Source.of(Path.of("testdata/gathers/healthy").toString());
    ArchiveFacts facts =
        ArchiveReader.read(source, Limits.defaults(), store, builder, Progress.none());
    gather = builder.build(facts);
  }

  @AfterAll
  static void closeStore() throws IOException {
    store.close();
  }

  @TestFactory
  Stream<DynamicTest> fills() throws IOException {
    return TestCases.of(
        "diagnosis/mitigation.yaml",
        "name",
        one -> {
          String markdown = "## Mitigation\n" + one.path("markdown").asText();
          Runbook runbook =
              RunbookParser.parse("Tried.md", markdown.getBytes(StandardCharsets.UTF_8));
          List<Finding> findings = new ArrayList<>();
          TestCases.texts(one.path("objects")).forEach(object -> findings.add(finding(object)));
          String text = new Mitigation(runbook, gather).text(findings);
          assertEquals(one.path("text").asText().strip(), text);
        });
  }

  private static Finding finding(String object) {
    String[] words = object.split(" ", 3);
    String namespace = words[1].equals("-") ? "" : words[1];
    return new Finding(
        "tried",
        Strength.CONFIRMED,
        Severity.WARNING,
        "Something is wrong",
        Optional.of(new ObjectReference("v1", words[0], namespace, words[2])),
        List.of());
  }
}
