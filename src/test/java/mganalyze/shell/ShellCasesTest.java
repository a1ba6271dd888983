package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShellCasesTest {
  static Stream<ShellCase> cases() throws IOException {
    return ShellCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void printsWhatTheCaseSays(ShellCase given) {
    Result result = given.run();
    given.out().ifPresent(out -> assertEquals(out, result.output(), result::errors));
    assertEquals(given.status(), result.status(), result::errors);
    assertTrue(result.errors().contains(given.err()), result::errors);
    assertEquals(given.refusal(), result.refusal().map(refusal -> refusal.kind().toString()));
  }
}
