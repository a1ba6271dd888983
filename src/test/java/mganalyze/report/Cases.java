package mganalyze.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Cases that stand as lists of maps in {@code testdata}. */
final class Cases {

  /** Tries one case. */
  interface Trial {
    void run(Map<String, String> one) throws Exception;
  }

  private Cases() {}

  static Stream<DynamicTest> in(String file, Trial trial) throws IOException {
    List<Map<String, String>> cases =
        new YAMLMapper().readValue(new File("testdata/" + file), new TypeReference<>() {});
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.get("name"), () -> trial.run(one)));
  }
}
