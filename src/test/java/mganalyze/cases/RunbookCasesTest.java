package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mganalyze.diagnosis.Workers;
import mganalyze.runbook.Runbooks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of the built-in runbooks in {@code testdata/runbooks}. */
class RunbookCasesTest {
  private static final List<Path> CASES = List.of(Path.of("testdata", "runbooks"));

  @TestFactory
  Stream<DynamicTest> comeOutAsExpected() throws IOException {
    CaseSuite suite = CaseSuite.read(CASES, Runbooks.builtIn());
    assertEquals(List.of(), suite.mistakes());
    Map<String, String> failures = new HashMap<>();
    suite.run().forEach(f -> failures.put(f.file() + ": " + f.name(), f.text()));
    return suite.cases().stream()
        .map(
            one -> {
              String name = one.file() + ": " + one.name();
              return DynamicTest.dynamicTest(
                  name,
                  () -> {
                    if (failures.containsKey(name)) {
                      fail("\n" + failures.get(name));
                    }
                  });
            });
  }

  @TestFactory
  Stream<DynamicTest> areNeverClearWithoutWhatDecidesThem() throws IOException {
    CaseSuite suite = CaseSuite.read(CASES, Runbooks.builtIn());
    List<List<String>> faults = Workers.map(suite.cases(), Removals::faults);
    return Stream.iterate(0, i -> i + 1)
        .limit(faults.size())
        .map(
            i ->
                DynamicTest.dynamicTest(
                    suite.cases().get(i).file() + ": " + suite.cases().get(i).name(),
                    () -> assertEquals(List.of(), faults.get(i))));
  }
}
