package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.runbook.Runbooks;
import mganalyze.yaml.YamlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class EditsTest {
  private final Places places = new Places();
  private final BaseGathers bases = new BaseGathers(places);

  @TestFactory
  Stream<DynamicTest> changeGathers() throws IOException {
    Path file = Path.of("testdata", "cases", "edits.yaml");
    byte[] yaml = Times.mark(Files.readString(file)).getBytes(StandardCharsets.UTF_8);
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : YamlReader.read(yaml, 0, yaml.length, Set.of())) {
      tests.add(DynamicTest.dynamicTest(one.path("name").asText(), () -> assertEdits(one)));
    }
    return tests.stream();
  }

  private void assertEdits(JsonNode one) throws Exception {
    BaseGathers.BaseGather base =
        bases.find(one.path("base").asText(), Path.of("testdata", "cases"));
    FileTree tree = base.tree().copy();
    if (one.has("error")) {
      EditException e = assertThrows(EditException.class, () -> apply(one, base, tree));
      assertEquals(one.path("error").asText(), e.getMessage());
      return;
    }
    apply(one, base, tree);
    for (var entry : one.path("holds").properties()) {
      String content = content(tree, entry.getKey());
      for (String text : TestCases.texts(entry.getValue())) {
        assertTrue(content.contains(text), text + " is not in " + entry.getKey() + "\n" + content);
      }
    }
    for (var entry : one.path("lacks").properties()) {
      String content = content(tree, entry.getKey());
      for (String text : TestCases.texts(entry.getValue())) {
        assertFalse(content.contains(text), text + " is in " + entry.getKey());
      }
    }
    for (String glob : TestCases.texts(one.path("gone"))) {
      Predicate<String> chosen = PathGlob.of(tree.expand(glob).orElseThrow());
      assertEquals(List.of(), tree.paths().stream().filter(chosen).toList());
    }
  }

  private void apply(JsonNode one, BaseGathers.BaseGather base, FileTree tree)
      throws EditException {
    List<String> mistakes = new ArrayList<>();
    List<Edit> edits =
        new EditParser(places, base.gatheredAt(), (where, why) -> mistakes.add(where + ": " + why))
            .parse(one);
    assertEquals(List.of(), mistakes);
    for (Edit edit : edits) {
      edit.apply(tree, places);
    }
  }

  private static String content(FileTree tree, String written) {
    String path = tree.expand(written).orElseThrow();
    assertTrue(tree.has(path), path + " is not there");
    return new String(tree.content(path), StandardCharsets.UTF_8);
  }

  @TestFactory
  Stream<DynamicTest> tellEveryMistakeOfAFile(@TempDir Path folder) throws IOException {
    return TestCases.of(
        "cases/mistakes.yaml",
        "name",
        one -> {
          Path file = Files.writeString(folder.resolve("a.yaml"), one.path("text").asText());
          List<String> got = new ArrayList<>();
          CaseSuite.read(List.of(file), Runbooks.builtIn())
              .mistakes()
              .forEach(mistake -> got.add(mistake.where() + ": " + mistake.reason()));
          List<String> expected = TestCases.texts(one.path("mistakes"));
          assertEquals(expected.size(), got.size(), got.toString());
          for (String start : expected) {
            assertTrue(got.stream().anyMatch(text -> text.startsWith(start)), got.toString());
          }
        });
  }
}
