package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up command lines. {@code -Dcommands.random=5000} tries that many more. */
class RandomCommandsTest {
  private static final int COUNT = Integer.getInteger("commands.random", 150);

  @Test
  void printWhatTheRealToolsPrint() {
    assumeTrue(RealBash.isPresent());
    for (int seed = 0; seed < COUNT; seed++) {
      RandomCommands random = new RandomCommands(seed);
      byte[] input = Utf8.encode(random.input());
      String script = random.script();
      RealBash.Printed real = RealBash.run(script, input);
      Result ours = ShellCase.run(script, input);
      String what =
          "seed " + seed + "\n" + script + "\n---\n" + Utf8.decode(input, 0, input.length);
      assertEquals(Utf8.decode(real.out(), 0, real.out().length), ours.output(), what);
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
    String text = piece.repeat(3000);
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
