package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mganalyze.shell.filter.Filters;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case also runs in the machine's bash, with its tools, and prints the same bytes. */
class RealToolsTest {
  private static final List<String> BUILT_IN =
      List.of("[", "test", "echo", "printf", "true", "false", "sleep");

  @TestFactory
  Stream<DynamicTest> printsWhatTheRealToolsPrint() throws IOException {
    if (!RealBash.isPresent()) {
      return Stream.empty();
    }
    List<ShellCase> cases =
        ShellCase.all().filter(given -> !given.differs() && hasTools(given.command())).toList();
    List<RealBash.Printed> real =
        RealBash.runAll(cases.stream().map(c -> new RealBash.Job(c.command(), c.input())).toList());
    return IntStream.range(0, cases.size())
        .mapToObj(
            i -> dynamicTest(cases.get(i).toString(), () -> compare(cases.get(i), real.get(i))));
  }

  private static void compare(ShellCase given, RealBash.Printed real) {
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
