package mganalyze.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive is read before the arguments are understood; nobody may notice. */
final class HeadStartTest {
  private static final Path GATHERS = Path.of("testdata", "gathers");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String archive = "";
  private String reports = "";

  @BeforeEach
  void pack() {
    archive = folder.resolve("broken.tar").toString();
    reports = folder.resolve("reports").toString();
    assertEquals(0, run("runbooks", "pack", GATHERS.resolve("broken").toString(), archive));
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return new CommandLineProgram(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theFirstFileIsNotAlwaysTheArchive() throws IOException {
    Path runbook = folder.resolve("mine.md");
    Files.writeString(runbook, "# Mine\n\n## Diagnosis\n\n```bash\noc get nodes\n```\n");
    assertEquals(0, run("-q", "-r", runbook.toString(), "-o", reports, archive), errors());
    assertTrue(Files.readString(Path.of(reports, "broken.report.json")).contains("\"Mine\""));
  }

  @Test
  void severalArchivesAreTakenInTheOrderOfTheCall() throws IOException {
    String second = folder.resolve("healthy.tar").toString();
    assertEquals(0, run("runbooks", "pack", GATHERS.resolve("healthy").toString(), second));
    assertEquals(0, run("-q", "-f", "txt", "-o", reports, second, archive, second), errors());
    String printed = out.toString(StandardCharsets.UTF_8);
    int healthy = printed.indexOf("healthy.tar");
    int broken = printed.indexOf("broken.tar");
    assertTrue(healthy < broken && broken < printed.lastIndexOf("healthy.tar"), printed);
  }

  @Test
  void anArchiveThatIsNoneIsTheErrorOfOneLine() throws IOException {
    Path text = folder.resolve("text.tar.gz");
    Files.writeString(text, "not an archive\n");
    assertEquals(2, run("-q", "-o", reports, text.toString(), archive));
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().contains("text.tar.gz: not an archive"), errors());
    assertTrue(Files.exists(Path.of(reports, "broken.report.json")));
  }

  @Test
  void argumentsThatAreWrongAreAllThatIsTold() {
    assertEquals(2, run("--frobnicate", archive));
    assertEquals(1, errors().lines().count(), errors());
    assertEquals(2, run("--fail-on", "loud", archive));
    assertEquals(1, errors().lines().count(), errors());
  }

  @Test
  void commandLinesRunAgainstIt() {
    assertEquals(0, run("run", archive, "oc get nodes -o name | wc -l"), errors());
    assertTrue(out.toString(StandardCharsets.UTF_8).strip().matches("[1-9]\\d*"));
  }
}
