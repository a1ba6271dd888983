package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up command lines. {@code -Dcommands.random=5000} tries that many more. */
class RandomCommandsTest {
  private static final int COUNT = Integer.getInteger("commands.random", 100);

  @Test
  void printWhatTheRealToolsPrint() {
    assumeTrue(RealBash.isPresent());
    List<RealBash.Job> jobs = new ArrayList<>();
    for (int seed = 0; seed < COUNT; seed++) {
      RandomCommands random = new RandomCommands(seed);
      byte[] input = Utf8.encode(random.input());
      jobs.add(new RealBash.Job(random.script(), input));
    }
    List<RealBash.Printed> printed = RealBash.runAll(jobs);
    for (int seed = 0; seed < COUNT; seed++) {
      RealBash.Job job = jobs.get(seed);
      RealBash.Printed real = printed.get(seed);
      Result ours = ShellCase.run(job.command(), job.input());
      String what =
          "seed " + seed + "\n" + job.command() + "\n---\n" + Bytes.of(job.input()).text();
      assertEquals(Bytes.of(real.out()).text(), ours.output(), what);
      assertArrayEquals(real.out(), ours.out(), what);
      assertEquals(real.status(), ours.status(), what);
    }
  }

  @Test
  void garbageIsRefusedInWords() {
    ShellLimits limits = new ShellLimits(1 << 20, Duration.ofSeconds(2));
    Shell shell = new Shell(Map.of(), limits, Instant.EPOCH);
    for (int seed = 0; seed < COUNT * 20; seed++) {
      String garbage = new RandomCommands(seed).garbage();
      Result result = shell.copy().run(garbage);
      assertNotNull(result.refusal(), garbage);
      check(garbage);
    }
  }

  private static void check(String text) {
    try {
      Shell.parse(text).check(Map.of());
    } catch (ShellSyntaxException | UnsupportedCommandException | NeedsClusterException e) {
      assertNotNull(e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "((",
        "{ ",
        "$(",
        "`",
        "\"$(",
        "${x:-",
        "$((",
        "if ",
        "if true; then ",
        "while true; do ",
        "[[ ( ",
        "[[ ! ",
        "! ",
        "for i in a; do ",
        "case a in a) ",
        "a && ",
        "a | ",
        "a;",
        "{a,",
        "{a,b}",
        "<<E ",
        "x=",
        "\\\n",
        "echo $(( -",
        "echo \"${x"
      })
  void nestingIsRefusedInWords(String piece) {
    String text = piece.repeat(1000);
    check(text);
    ShellLimits limits = new ShellLimits(1 << 20, Duration.ofSeconds(5));
    assertNotNull(new Shell(Map.of(), limits, Instant.EPOCH).run(text).refusal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "awk '(",
        "awk '-",
        "awk '!",
        "awk '$",
        "awk '{",
        "awk 'x=",
        "awk 'x[",
        "awk 'x?",
        "awk '{if(1)",
        "awk 'x x",
        "grep -E '(",
        "grep -E 'a*",
        "grep -E '*",
        "grep 'a*",
        "grep -E 'a|",
        "grep '[",
        "sed '{",
        "sed 's/\\(",
        "sed 'p;",
        "jq '(",
        "jq '[",
        "jq '{a:",
        "jq '.a|",
        "jq '-",
        "jq '\"",
        "tr '[:",
        "cut -f '1,",
        "sort -k '1,",
        "printf '%",
        "date '+%",
        "expr '( "
      })
  void nestingInProgramsIsRefusedInWords(String start) {
    int quote = start.indexOf('\'');
    String text = start.substring(0, quote + 1) + start.substring(quote + 1).repeat(20_000) + "'";
    check(text);
    ShellLimits limits = new ShellLimits(1 << 20, Duration.ofSeconds(5));
    Shell shell = new Shell(Map.of(), limits, Instant.EPOCH);
    assertNotNull(shell.run("echo a | " + text).refusal());
  }
}
