package mganalyze.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mganalyze.diagnosis.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private final Report report = SampleReports.healthy();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> namesReportsAfterTheArchive() throws IOException {
    return Cases.in(
        "report/names.yaml",
        one -> {
          Optional<String> caseNumber = Optional.ofNullable(one.get("case"));
          Path out = Files.createTempDirectory(folder, "names");
          ReportFiles files =
              new ReportFiles(out, List.of(Format.valueOf(one.get("format"))), caseNumber);
          Path written = null;
          for (String archive : one.get("archives").split(" ")) {
            written = files.write(archive, report).get(0);
          }
          assertEquals(one.get("last"), written.getFileName().toString());
        });
  }

  @Test
  void makesTheOutputFolder() throws IOException {
    Path deep = folder.resolve("a/b");
    new ReportFiles(deep, List.of(Format.JSON), Optional.empty()).write("x.tgz", report);
    assertEquals(List.of("x.report.json"), names(deep));
  }

  @Test
  void replacesAnEarlierReport() throws IOException {
    Files.writeString(folder.resolve("x.report.txt"), "old");
    new ReportFiles(folder, List.of(Format.TXT), Optional.empty()).write("x.tgz", report);
    assertTrue(Files.readString(folder.resolve("x.report.txt")).contains("healthy.tgz"));
  }

  @Test
  void anOutputFolderThatIsAFileIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    IOException error =
        assertThrows(
            IOException.class,
            () -> new ReportFiles(file, List.of(Format.HTML), Optional.empty()).prepareFolder());
    assertEquals(file + ": the output folder is a file", error.getMessage());
    Path below = file.resolve("below");
    IOException deeper =
        assertThrows(
            IOException.class,
            () -> new ReportFiles(below, List.of(Format.HTML), Optional.empty()).prepareFolder());
    assertTrue(deeper.getMessage().startsWith(below.toString()), deeper.getMessage());
  }

  @Test
  void writesNothingWhenOneFormatCannotBePlaced() throws IOException {
    Files.createDirectories(folder.resolve("x.report.json/full"));
    IOException error =
        assertThrows(
            IOException.class,
            () ->
                new ReportFiles(folder, List.of(Format.HTML, Format.JSON), Optional.empty())
                    .write("x.tgz", report));
    assertTrue(error.getMessage().contains("x.report.json: cannot be written"), error.getMessage());
    assertEquals(List.of("x.report.json"), names(folder));
  }

  @Test
  void writesNothingWhenACheckRefuses() throws IOException {
    ReportFiles files = new ReportFiles(folder, List.of(Format.HTML, Format.TXT), Optional.empty());
    ReportFiles.Check refusal =
        (format, file) -> {
          if (format == Format.TXT) {
            throw new IOException("refused");
          }
        };
    assertThrows(IOException.class, () -> files.write("x.tgz", report, refusal));
    assertEquals(List.of(), names(folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
