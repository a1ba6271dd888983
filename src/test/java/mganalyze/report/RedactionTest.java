package mganalyze.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mganalyze.diagnosis.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactionTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> takesOutAddressesAndDomains() throws IOException {
    return Cases.in(
        "redaction/addresses.yaml",
        one -> assertEquals(one.get("out"), redacted(one.get("in"), false)));
  }

  @TestFactory
  Stream<DynamicTest> takesOutNames() throws IOException {
    return Cases.in(
        "redaction/names.yaml", one -> assertEquals(one.get("out"), redacted(one.get("in"), true)));
  }

  /** What becomes of a text that is a step's output, in a report that has little else. */
  private static String redacted(String output, boolean names) {
    Report healthy = SampleReports.healthy();
    String id = healthy.cluster().id().orElseThrow();
    Report report =
        ReportTexts.changed(
            healthy,
            text -> {
              boolean kept = text.equals(id) || text.startsWith("worker-");
              return text.startsWith("NAME  ") ? output : kept ? text : "";
            });
    Report redacted = new Redaction(names).redacted(report);
    return redacted.runbooks().get(0).steps().get(1).runs().get(0).output();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void nothingIsLeftInAnyOutput(Format format) throws IOException {
    for (boolean names : new boolean[] {false, true}) {
      Redaction redaction = new Redaction(names);
      Report redacted = redaction.redacted(SampleReports.broken());
      Path file =
          new ReportFiles(folder, List.of(format), Optional.empty())
              .write("x", redacted, redaction)
              .get(0);
      String text = Files.readString(file);
      for (String word : List.of("example.com", "172.30.0.1", "10.128.2.17", "5f2a4c9e-6e0e")) {
        assertFalse(text.contains(word), word);
      }
      assertFalse(names && text.contains("worker-2"), "node name");
    }
  }

  @Test
  void runbooksAndThePageItselfAreNoHits() throws IOException {
    Redaction redaction = new Redaction(true);
    Report redacted = redaction.redacted(SampleReports.healthy());
    new ReportFiles(folder, List.of(Format.values()), Optional.empty())
        .write("x", redacted, redaction);
    assertTrue(redacted.runbooks().get(0).name().startsWith("CDI"));
  }

  @Test
  void whatIsLeftIsAnErrorAndNothingIsWritten() throws IOException {
    ReportFiles files =
        new ReportFiles(folder, List.of(Format.JSON, Format.HTML), Optional.empty());
    IOException error =
        assertThrows(
            IOException.class,
            () -> files.write("x", SampleReports.broken(), new Redaction(false)));
    assertTrue(
        error.getMessage().contains("json report still holds something to redact"),
        error.getMessage());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void theSameWordHasTheSameTokenInEveryReportOfACall() {
    Redaction redaction = new Redaction(false);
    String first = redaction.redacted(SampleReports.broken()).nodes().get(0).name();
    String second = redaction.redacted(SampleReports.healthy()).nodes().get(0).name();
    assertTrue(first.matches("x-domain-[0-9]{10}-x"), first);
    assertTrue(
        redaction
            .map()
            .contains(first + "\t" + SampleReports.broken().nodes().get(0).name() + "\n"));
    assertTrue(
        redaction
            .map()
            .contains(second + "\t" + SampleReports.healthy().nodes().get(0).name() + "\n"));
  }

  @Test
  void everyTextOfAReportIsLookedAt() throws ReflectiveOperationException {
    List<String> texts = new ArrayList<>();
    collect(ReportTexts.changed(SampleReports.broken(), text -> "changed"), texts);
    assertEquals(List.of(), texts.stream().filter(text -> !text.equals("changed")).toList());
    assertTrue(texts.size() > 1000, "texts: " + texts.size());
  }

  private static void collect(Object value, List<String> texts)
      throws ReflectiveOperationException {
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      collect(optional.get(), texts);
    } else if (value instanceof Map<?, ?> map) {
      collect(List.copyOf(map.keySet()), texts);
      collect(List.copyOf(map.values()), texts);
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        collect(element, texts);
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        collect(component.getAccessor().invoke(value), texts);
      }
    }
  }
}
