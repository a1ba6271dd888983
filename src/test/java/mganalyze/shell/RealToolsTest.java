package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import mganalyze.shell.filter.Filters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case also runs in the machine's bash, with its tools, and prints the same bytes. */
class RealToolsTest {
  private static final List<String> BUILT_IN =
      List.of("[", "test", "echo", "printf", "true", "false", "sleep");

  static Stream<ShellCase> cases() throws IOException {
    return ShellCase.all().filter(given -> !given.differs());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void printsWhatTheRealToolsPrint(ShellCase given) {
    assumeTrue(RealBash.isPresent());
    assumeTrue(hasTools(given.command()));
    RealBash.Printed real = RealBash.run(given.command(), given.input());
    Result ours = given.run();
    assertEquals(Utf8.decode(real.out(), 0, real.out().length), ours.output(), given::command);
    assertArrayEquals(real.out(), ours.out());
    assertEquals(real.status(), ours.status(), given::command);
  }

  private static boolean hasTools(String command) {
    try {
      return Shell.parse(command).calls().stream()
          .map(Script.Call::name)
          .filter(name -> Filters.named(name) != null)
          .allMatch(name -> BUILT_IN.contains(name) || RealBash.has(name));
    } catch (ShellSyntaxException e) {
      return true;
    }
  }
}
