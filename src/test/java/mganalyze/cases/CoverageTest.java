package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.gather.Coverage;
import mganalyze.gather.Gather;
import mganalyze.gather.LabelSelector;
import mganalyze.gather.Query;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whether the gather room tells "none" from "not gathered". */
class CoverageTest {
  private final Places places = new Places();
  private final BaseGathers bases = new BaseGathers(places);

  @TestFactory
  Stream<DynamicTest> tellsWhatWasGathered() throws IOException {
    return TestCases.of(
        "gather/coverage.yaml",
        "name",
        one -> {
          FileTree tree = tree(one);
          byte[] tar = one.has("cut") ? cut(tree, one.path("cut").asText()) : Tar.of(tree);
          try (OpenedGather opened = OpenedGather.of(tar)) {
            assertCoverage(one, opened.gather());
          }
        });
  }

  private FileTree tree(JsonNode one) throws Exception {
    BaseGathers.BaseGather base =
        one.has("base")
            ? bases.find(one.path("base").asText(), Path.of("testdata", "gather"))
            : bases.empty();
    List<String> mistakes = new ArrayList<>();
    FileTree tree = base.tree().copy();
    for (Edit edit :
        new EditParser(places, base.gatheredAt(), (where, why) -> mistakes.add(where + ": " + why))
            .parse(one)) {
      edit.apply(tree, places);
    }
    assertEquals(List.of(), mistakes);
    return tree;
  }

  /** The archive up to the middle of a file's content. */
  private static byte[] cut(FileTree tree, String written) {
    String last = tree.expand(written).orElseThrow();
    FileTree front = tree.copy();
    front.removeIf(path -> path.compareTo(last) > 0);
    byte[] tar = Tar.of(front);
    int padded = (tree.content(last).length + 511) / 512 * 512;
    return Arrays.copyOf(tar, tar.length - 1024 - padded + tree.content(last).length / 2);
  }

  private static void assertCoverage(JsonNode one, Gather gather) throws Exception {
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> got = new TreeMap<>();
    for (var entry : one.path("queries").properties()) {
      expected.put(entry.getKey(), entry.getValue().asText());
      got.put(entry.getKey(), word(coverage(gather, entry.getKey())));
    }
    assertEquals(lines(expected), lines(got));
    for (var entry : one.path("collect").properties()) {
      String command = command(coverage(gather, entry.getKey()));
      assertTrue(command.contains(entry.getValue().asText()), command);
    }
  }

  private static String lines(Map<String, String> map) {
    StringBuilder lines = new StringBuilder();
    map.forEach((query, word) -> lines.append(query).append(": ").append(word).append('\n'));
    return lines.toString();
  }

  private static Coverage coverage(Gather gather, String text) throws Exception {
    String[] words = text.split(" ");
    int slash = words[0].indexOf('/');
    String typeName = slash < 0 ? words[0] : words[0].substring(0, slash);
    ResourceType type =
        gather.types().find(typeName).orElseThrow(() -> new AssertionError(typeName));
    Scope scope = Scope.all();
    LabelSelector labels = LabelSelector.EVERYTHING;
    for (int i = 1; i + 1 < words.length; i += 2) {
      if (words[i].equals("-n")) {
        scope = Scope.of(words[i + 1]);
      } else {
        labels = LabelSelector.parse(words[i + 1]);
      }
    }
    Query query = Query.of(type, scope).labelled(labels);
    return gather.coverage(slash < 0 ? query : query.named(words[0].substring(slash + 1)));
  }

  private static String word(Coverage coverage) {
    if (coverage instanceof Coverage.Gathered) {
      return "gathered";
    }
    if (coverage instanceof Coverage.NoSuchType) {
      return "no such type";
    }
    return coverage instanceof Coverage.Partly ? "partly" : "not gathered";
  }

  private static String command(Coverage coverage) {
    if (coverage instanceof Coverage.Partly partly) {
      return partly.missing().collectWith();
    }
    return coverage instanceof Coverage.NotGathered none ? none.missing().collectWith() : "";
  }
}
