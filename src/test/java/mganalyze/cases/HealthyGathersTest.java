package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Verdict;
import mganalyze.runbook.Runbooks;
import mganalyze.yaml.YamlReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * All runbooks over gathers in which nothing is wrong, as {@code testdata/healthy.yaml} lists them:
 * none may be confirmed or suspected but those that it names, with the reason why that is right.
 */
class HealthyGathersTest {
  @TestFactory
  Stream<DynamicTest> areSilent() throws IOException {
    byte[] yaml = Files.readAllBytes(Path.of("testdata", "healthy.yaml"));
    JsonNode list = YamlReader.read(yaml, 0, yaml.length, Set.of());
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode gather : list) {
      Path path = Path.of(gather.path("gather").asText());
      Set<String> right = new TreeSet<>();
      gather.path("right").fieldNames().forEachRemaining(right::add);
      tests.add(DynamicTest.dynamicTest(path.toString(), () -> assertSilent(path, right)));
    }
    return tests.stream();
  }

  private static void assertSilent(Path path, Set<String> right) throws Exception {
    Assumptions.assumeTrue(Files.exists(path), path + " is not here");
    Report report =
        Files.isDirectory(path)
            ? GatherFolder.read(path).diagnose(Runbooks.builtIn().all())
            : RealArchive.diagnose(path, Runbooks.builtIn().all());
    List<String> loud = new ArrayList<>();
    for (RunbookResult result : report.runbooks()) {
      boolean isLoud =
          result.verdict() == Verdict.CONFIRMED || result.verdict() == Verdict.SUSPECTED;
      if (isLoud && !right.contains(result.name())) {
        loud.add(result.verdict().word() + " " + result.name() + ": " + result.reason());
      }
    }
    assertEquals("", String.join("\n", loud));
  }
}
