package mganalyze.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final List<Path> FILES =
      List.of(Path.of("out/a.report.html"), Path.of("out/a.report.json"));

  @Test
  void countsThenALineForEachRunbookThatNeedsALookThenTheFiles() {
    List<String> lines = Summary.of(SampleReports.broken(), FILES, false).lines().toList();
    assertEquals("case-0123.tar.gz", lines.get(0));
    assertEquals(
        "  9 confirmed, 3 suspected, 4 undetermined, 14 clear, 5 not-applicable", lines.get(3));
    assertEquals(
        "confirmed     LowVirtAPICount                       The alert has been firing since 2024-10-24 11:02 UTC,"
            + " and 2 of the objects it is about show the condition.",
        lines.get(6));
    assertEquals(
        16,
        lines.stream()
            .filter(line -> line.matches("(confirmed|suspected|undetermined) .*"))
            .count());
    assertEquals(
        List.of("out/a.report.html", "out/a.report.json"),
        lines.subList(lines.size() - 2, lines.size()));
  }

  @Test
  void colorsOnlyWhenAsked() {
    assertFalse(Summary.of(SampleReports.broken(), FILES, false).contains("\u001b"));
    assertTrue(
        Summary.of(SampleReports.broken(), FILES, true)
            .contains("\u001b[1;31m9 confirmed\u001b[0m"));
  }

  @Test
  void theArchiveCannotColorItself() {
    String summary = Summary.of(HostileReports.behindEveryText(), FILES, true);
    assertEquals(summary.split("\u001b\\[[0-9;]+m", -1).length, summary.split("\u001b", -1).length);
  }
}
