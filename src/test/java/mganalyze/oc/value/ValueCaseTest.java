package mganalyze.oc.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code testdata/values}. */
class ValueCaseTest {
  static Stream<JsonNode> ages() throws IOException {
    return cases("ages");
  }

  @ParameterizedTest
  @MethodSource("ages")
  void printsAges(JsonNode test) {
    Duration span = Duration.ofSeconds(test.path("seconds").asLong());
    assertEquals(test.path("text").asText(), Ages.print(span));
  }

  static Stream<JsonNode> quantities() throws IOException {
    return cases("quantities");
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void printsQuantities(JsonNode test) {
    String printed =
        Quantity.parse(test.path("in").asText()).map(Quantity::toString).orElse("none");
    assertEquals(test.path("out").asText(), printed);
  }

  static Stream<JsonNode> sorts() throws IOException {
    return cases("sort");
  }

  @ParameterizedTest
  @MethodSource("sorts")
  void sortsAsGoDoes(JsonNode test) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < test.path("in").size(); i++) {
      places.add(i);
    }
    JsonNode values = test.path("in");
    List<Integer> sorted =
        GoSort.sorted(
            places, (left, right) -> values.get(left).asInt() < values.get(right).asInt());
    List<Integer> expected = new ArrayList<>();
    test.path("out").forEach(place -> expected.add(place.asInt()));
    assertEquals(expected, sorted);
  }

  @Test
  void alignsAdjacentCellsOnly() {
    AlignedText text = AlignedText.forDescriptions();
    text.append("A:\tx\tlast\nLonger:\ty\nTitle:\n  B:\tz\n\nno cells\n");
    assertEquals("A:       x  last\nLonger:  y\nTitle:\n  B:  z\n\nno cells\n", text.toString());
  }

  /** As kubectl does where a value of custom columns has a line feed. */
  @Test
  void keepsTheWidthOfTablesAcrossOtherLines() {
    AlignedText text = AlignedText.forTables();
    text.append("REASON\tMESSAGE\nScalingReplicaSet\tone\ntwo\nKilled\tthree\n\nx\ty\tz\n");
    assertEquals(
        """
        REASON              MESSAGE
        ScalingReplicaSet   one
        two
        Killed              three

        x                   y     z
        """,
        text.toString());
  }

  @Test
  void staysSmallWhateverTheCells() {
    AlignedText text = AlignedText.forTables();
    text.append("\t".repeat(1_000_000) + "\n" + "x".repeat(1_000_000) + "\ty\n");
    for (int i = 0; i < 1000; i++) {
      text.append("a\tb\n");
    }
    assertTrue(text.toString().length() < 10_000_000);
  }

  private static Stream<JsonNode> cases(String name) throws IOException {
    JsonNode root = new YAMLMapper().readTree(new File("testdata/values/" + name + ".yaml"));
    return StreamSupport.stream(root.spliterator(), false);
  }
}
