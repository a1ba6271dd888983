package mganalyze.jsonpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoTemplateTest {

  private static final List<String> PIECES =
      List.of(
          "{{",
          "}}",
          "{{end}}",
          "{{else}}",
          "{{range .list}}",
          "{{if .n}}",
          "{{with .map}}",
          "$x",
          ":=",
          "|",
          "(",
          ")",
          ".",
          "\"",
          "`",
          "'",
          " ",
          "-",
          "1",
          "$",
          ",",
          "%d",
          "*",
          "index",
          "é");

  @TestFactory
  Stream<DynamicTest> printsAsKubectlDoes() throws IOException {
    return Cases.of("go-template.yaml", GoTemplateTest::check);
  }

  private static void check(JsonNode object, JsonNode given) {
    String template = given.get("template").asText();
    if (given.has("error")) {
      GoTemplateException fault =
          assertThrows(GoTemplateException.class, () -> GoTemplate.parse(template).print(object));
      assertEquals(given.get("error").asText(), fault.getMessage());
    } else {
      assertEquals(given.get("out").asText(), GoTemplate.parse(template).print(object));
    }
  }

  @Test
  void refusesDeepNesting() {
    for (String template :
        List.of(
            "{{if .n}}".repeat(5000),
            "{{" + "(".repeat(5000),
            "{{" + ".a".repeat(50_000) + "}}",
            "{{if .n}}" + "{{else if .n}}".repeat(5000))) {
      assertThrows(GoTemplateException.class, () -> GoTemplate.parse(template));
    }
  }

  @Test
  void failsOnlyWithGoTemplateException() throws IOException {
    JsonNode cases = Cases.read("go-template.yaml");
    JsonNode object = cases.get(0).get("object");
    Random random = new Random(5);
    List<String> templates = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String whole = cases.get(1 + random.nextInt(cases.size() - 1)).get("template").asText();
      templates.add(damage(whole, random));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (String template : templates) {
            try {
              GoTemplate.parse(template).print(object);
            } catch (GoTemplateException e) {
              // As it should be.
            }
          }
        });
  }

  private static String damage(String whole, Random random) {
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
