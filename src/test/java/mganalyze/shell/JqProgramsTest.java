package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Many small programs over values of every kind print what the machine's own jq prints. */
class JqProgramsTest {
  private static final Path PROGRAMS = Path.of("testdata/shell/jq-programs.txt");
  private static final Path VALUES = Path.of("testdata/shell/inputs/jq-values.json");

  @TestFactory
  Stream<DynamicTest> printsWhatJqPrints() throws IOException {
    if (!RealBash.has("jq") || !version().startsWith("jq-1.6")) {
      return Stream.empty();
    }
    List<RealBash.Job> jobs = jobs();
    List<RealBash.Printed> real = RealBash.runAll(jobs);
    return IntStream.range(0, jobs.size())
        .mapToObj(i -> dynamicTest(jobs.get(i).command(), () -> compare(jobs.get(i), real.get(i))));
  }

  /** Also where there is no jq to compare with. */
  @Test
  void givesAnAnswerForEachValue() throws IOException {
    long values = Files.lines(VALUES).count();
    for (RealBash.Job job : jobs()) {
      Result result = ShellCase.run(job.command(), job.input());
      assertEquals(0, result.status(), job.command());
      assertTrue(result.output().lines().count() >= values, job.command());
    }
  }

  private static String version() {
    RealBash.Job ask = new RealBash.Job("jq --version", new byte[0]);
    return Bytes.of(RealBash.runAll(List.of(ask)).get(0).out()).text();
  }

  private static List<RealBash.Job> jobs() throws IOException {
    byte[] values = Files.readAllBytes(VALUES);
    return Files.readAllLines(PROGRAMS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(program -> "try [" + program + "] catch \"failed\"")
        .map(program -> "jq -c '" + program.replace("'", "'\\''") + "'")
        .map(command -> new RealBash.Job(command, values))
        .toList();
  }

  private static void compare(RealBash.Job job, RealBash.Printed real) {
    Result ours = ShellCase.run(job.command(), job.input());
    assertEquals(Bytes.of(real.out()).text(), ours.output());
    assertEquals(real.status(), ours.status());
  }
}
