package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import mganalyze.TestCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MutantTest {
  @TestFactory
  Stream<DynamicTest> changesOneThing() throws IOException {
    return TestCases.of(
        "cases/mutants.yaml",
        "name",
        one ->
            assertEquals(
                String.join("\n", TestCases.texts(one.path("mutants"))),
                String.join(
                    "\n",
                    Mutant.of(one.path("program").asText()).stream().map(Mutant::name).toList())));
  }
}
