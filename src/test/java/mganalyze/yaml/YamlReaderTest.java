package mganalyze.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class YamlReaderTest {

  @TestFactory
  Stream<DynamicTest> reads() throws IOException {
    return Cases.of("read.yaml", YamlReaderTest::checkReading);
  }

  private static void checkReading(JsonNode given) {
    byte[] bytes = Cases.bytes(given);
    Set<String> drop = new HashSet<>();
    given.path("drop").forEach(key -> drop.add(key.asText()));
    if (given.has("error")) {
      YamlException fault =
          assertThrows(YamlException.class, () -> YamlReader.read(bytes, 0, bytes.length, drop));
      assertTrue(fault.reason().contains(given.get("error").asText()), fault.reason());
      assertEquals(given.get("line").asInt(), fault.line(), fault.reason());
    } else {
      assertEquals(given.get("out"), YamlReader.read(bytes, 0, bytes.length, drop));
    }
  }

  @TestFactory
  Stream<DynamicTest> splits() throws IOException {
    return Cases.of("split.yaml", YamlReaderTest::checkSplitting);
  }

  private static void checkSplitting(JsonNode given) {
    byte[] bytes = Cases.bytes(given);
    Slices slices = YamlReader.split(bytes, 0, bytes.length);
    assertEquals(given.get("kind").asText(), slices.kind().name());
    assertEquals(given.get("head").get(0).asText(), slices.apiVersion());
    assertEquals(given.get("head").get(1).asText(), slices.kindName());
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    for (Slice slice : slices.slices()) {
      lines.add(slice.line());
      try {
        items.add(YamlReader.readSlice(bytes, slice, Set.of()));
      } catch (YamlException e) {
        items.addObject().put("broken", e.line());
      }
    }
    assertEquals(given.get("items"), items);
    assertEquals(given.get("lines"), lines);
  }

  @TestFactory
  Stream<DynamicTest> findsLines() throws IOException {
    return Cases.of("line.yaml", YamlReaderTest::checkLines);
  }

  private static void checkLines(JsonNode given) {
    byte[] bytes = Cases.bytes(given);
    Slice slice = YamlReader.split(bytes, 0, bytes.length).slices().get(given.get("slice").asInt());
    for (JsonNode pair : given.get("lines")) {
      List<Object> path = new ArrayList<>();
      pair.get(0).forEach(step -> path.add(step.isInt() ? step.intValue() : step.asText()));
      assertEquals(pair.get(1).asInt(), YamlReader.lineOf(bytes, slice, path), path.toString());
    }
  }

  @Test
  void readsInvalidUtf8() {
    byte[] bytes = {'a', ':', ' ', 'x', (byte) 0xFF, 'y', '\n'};
    assertEquals("x\uFFFDy", YamlReader.read(bytes, 0, bytes.length, Set.of()).get("a").asText());
  }

  @Test
  void refusesDeepNesting() {
    for (String text :
        List.of(
            "[".repeat(100_000),
            "{a: ".repeat(100_000),
            "- ".repeat(100_000) + "a",
            "&a [".repeat(100_000))) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      YamlException fault =
          assertTimeoutPreemptively(
              Duration.ofSeconds(60),
              () ->
                  assertThrows(
                      YamlException.class,
                      () -> YamlReader.read(bytes, 0, bytes.length, Set.of())));
      assertTrue(fault.reason().contains("200 levels"), fault.reason());
    }
  }

  @Test
  void refusesAnAliasBomb() {
    StringBuilder text = new StringBuilder("a0: &a0 xxxxxxxxxx\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1) + ", ";
      text.append("a" + i + ": &a" + i + " [" + alias.repeat(5) + "]\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    String reason =
        assertThrows(YamlException.class, () -> YamlReader.read(bytes, 0, bytes.length, Set.of()))
            .reason();
    if (!reason.equals("too many aliases")) {
      throw new AssertionError(reason);
    }
  }
}
