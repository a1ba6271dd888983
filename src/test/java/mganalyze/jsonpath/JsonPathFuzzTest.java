package mganalyze.jsonpath;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damages templates by chance, always in the same way. */
class JsonPathFuzzTest {

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "[?(",
          ")]",
          "\"",
          "'",
          "\\",
          "..",
          ".",
          "*",
          "@",
          "$",
          " ",
          ",",
          "-1",
          "0",
          ":",
          "==",
          "!",
          "&",
          "{range .pods[*]}",
          "{end}",
          "{.name}",
          "\n",
          "é",
          "😀",
          "true");

  private final Random random = new Random(8);

  @Test
  void failsOnlyWithJsonPathException() throws IOException {
    List<String> templates = new ArrayList<>();
    JsonNode object = null;
    for (String file :
        List.of("list.yaml", "filter.yaml", "range.yaml", "syntax.yaml", "field.yaml")) {
      JsonNode cases = Cases.read(file);
      object = object == null ? cases.get(0).get("object") : object;
      cases.forEach(given -> templates.add(given.path("path").asText()));
    }
    JsonNode root = object;
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            print(damage(templates.get(random.nextInt(templates.size()))), root);
          }
        });
  }

  private static void print(String template, JsonNode root) {
    try {
      JsonPath.parse(template).print(root);
    } catch (JsonPathException e) {
      // As it should be.
    }
    try {
      JsonPath.relaxed(template).printAsJson(root);
    } catch (JsonPathException e) {
      // As it should be.
    }
  }

  private String damage(String whole) {
    StringBuilder text = new StringBuilder(whole);
    for (int i = random.nextInt(5); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextInt(3) == 0) {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
      } else {
        text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
