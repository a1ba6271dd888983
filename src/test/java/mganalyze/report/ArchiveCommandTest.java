package mganalyze.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mganalyze.diagnosis.Report;
import mganalyze.finding.Evidence;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> showsAPlaceOfTheArchive() throws IOException {
    return Cases.in(
        "report/archive-commands.yaml",
        one ->
            assertEquals(
                one.get("command"),
                command(one.get("archive"), one.get("path"), 12, one.containsKey("directory"))));
  }

  @Test
  void theCommandsPrintTheLine() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    Path inner = Files.createDirectories(folder.resolve("it's a $(folder)/logs"));
    Files.writeString(inner.resolve("current.log"), "one\ntwo\nthree\n");
    assertEquals(
        "",
        bash(
            "set -e; cd \"it's a $(printf '$(folder)')\"; gzip -k logs/current.log;"
                + " tar czf inner.tar.gz logs; tar czf inner.tgz ./logs; tar cf inner.tar logs;"
                + " cd ..; tar czf 'dots.tgz' ./\"it's a \"*; tar czf 'outer x.tar.gz' \"it's a \"*"));
    String root = "it's a $(folder)/";
    for (String path :
        List.of(
            "logs/current.log",
            "logs/current.log.gz",
            "inner.tar.gz!/logs/current.log",
            "inner.tgz!/logs/current.log.gz",
            "inner.tar!/logs/current.log")) {
      assertEquals("two\n", bash(command("outer x.tar.gz", root + path, 2, false)), path);
      assertEquals("two\n", bash(command("dots.tgz", root + path, 2, false)), path);
      assertEquals("two\n", bash(command(".", root + path, 2, true)), path);
    }
  }

  private static String command(String archive, String path, int line, boolean isDirectory) {
    Report.ArchiveSummary summary =
        new Report.ArchiveSummary(
            archive,
            isDirectory ? Optional.empty() : Optional.of("00"),
            0,
            0,
            0,
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());
    return new ArchiveCommand(summary).of(new Evidence(path, line, "", List.of(), List.of()));
  }

  private String bash(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }
}
