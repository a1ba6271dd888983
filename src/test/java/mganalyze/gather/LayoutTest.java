package mganalyze.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import mganalyze.TestCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LayoutTest {
  private final Layout layout = Layout.of(TypeTable.load());

  @TestFactory
  Stream<DynamicTest> tellsWhatAPathIs() throws IOException {
    return TestCases.of(
        "gather/layout.yaml",
        "path",
        one -> {
          Place place = layout.classify(one.path("path").asText());
          assertEquals(expected(one), text(place));
          boolean isNoise = place instanceof Place.Noise;
          if (one.has("root") || !isNoise) {
            assertEquals(one.path("root").asText("mg/img/"), place.root());
          }
        });
  }

  private static String expected(JsonNode one) {
    String namespace = one.path("namespace").asText();
    if (one.has("objects")) {
      return "objects "
          + one.path("objects").asText()
          + " "
          + namespace
          + "/"
          + one.path("name").asText();
    }
    if (one.has("log")) {
      return "log "
          + one.path("log").asText()
          + " "
          + namespace
          + "/"
          + one.path("pod").asText()
          + "/"
          + one.path("container").asText();
    }
    return one.has("plain") ? "plain " + one.path("plain").asText() : "noise";
  }

  private static String text(Place place) {
    if (place instanceof Place.Objects objects) {
      String type =
          objects.group().isEmpty() ? objects.plural() : objects.plural() + "." + objects.group();
      return "objects " + type + " " + objects.namespace() + "/" + objects.name();
    }
    if (place instanceof Place.ContainerLog log) {
      return "log "
          + log.instance()
          + " "
          + log.format()
          + " "
          + log.namespace()
          + "/"
          + log.pod()
          + "/"
          + log.container();
    }
    return place instanceof Place.Plain plain ? "plain " + plain.relative() : "noise";
  }
}
