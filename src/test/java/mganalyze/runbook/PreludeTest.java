package mganalyze.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The functions that checks share, tried on the cases in {@code testdata/prelude}. */
class PreludeTest {
  @TestFactory
  Stream<DynamicTest> printWhatTheyShould() throws IOException {
    return PreludeCase.all().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(), () -> assertEquals(one.out(), one.run(one.program()))));
  }
}
