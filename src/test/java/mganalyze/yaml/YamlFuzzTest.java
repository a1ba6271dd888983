package mganalyze.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Damages texts by chance, always in the same way, and compares with SnakeYAML. */
class YamlFuzzTest {

  private static final String CHARACTERS = "-:#'\"\\|>{}[],&*!%@`? \n\t\r~=<0xe.+_anyon/u";
  private static final List<String> PIECES =
      List.of(
          "- ",
          ": ",
          "\n\n",
          "  ",
          "\n  ",
          "---\n",
          "...\n",
          "|\n",
          ">-\n",
          "|2\n",
          "{}",
          "[]",
          "{a: b}",
          "''",
          "\\u00e9",
          " # c",
          "null",
          "? ",
          "<<: ",
          "&a ",
          "*a",
          "!!str ",
          "a: b\n",
          "- a\n",
          "\r\n",
          "{\"a\": [1, 2.5]}");

  private final Random random = new Random(20241024);

  @Test
  void failsOnlyWithYamlException() throws IOException {
    for (String text : damagedTexts(3000)) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      for (Slice slice : YamlReader.split(bytes, 0, bytes.length).slices()) {
        try {
          YamlReader.readSlice(bytes, slice, Set.of("managedFields"));
        } catch (YamlException e) {
          // As it should be.
        }
        YamlReader.lineOf(bytes, slice, List.of("a", 0));
      }
    }
  }

  /** What SnakeYAML refuses may still be read, as tabs between brackets or JSON's escapes. */
  @Test
  void readsWhatSnakeYamlReads() throws IOException {
    int compared = 0;
    for (String text : damagedTexts(3000)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      JsonNode expected;
      try {
        expected = EventReader.read(bytes, 0, bytes.length, Set.of());
      } catch (YamlException e) {
        continue;
      }
      assertEquals(expected, YamlReader.read(bytes, 0, bytes.length, Set.of()), text);
      compared++;
    }
    assertTrue(compared > 500, compared + " texts compared");
  }

  private List<String> damagedTexts(int count) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String file : List.of("read.yaml", "split.yaml")) {
      String cases = Files.readString(Path.of("testdata/yaml/" + file));
      for (String given : cases.split("\n- name: ")) {
        texts.add(given.replaceAll("(?m)^ {1,4}", ""));
      }
    }
    List<String> damaged = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      damaged.add(damage(texts.get(random.nextInt(texts.size()))));
    }
    return damaged;
  }

  private String damage(String whole) {
    StringBuilder text = new StringBuilder(whole);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(5)) {
        case 0 -> text.setLength(at);
        case 1 -> text.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> text.delete(at, Math.min(text.length(), at + 1));
        default -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
      }
    }
    return text.toString();
  }
}
