package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.finding.Problem;
import mganalyze.gather.Gather;
import mganalyze.gather.LogFile;
import mganalyze.gather.Resource;
import mganalyze.gather.Scope;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What was over when the newest gather was made is not told from an older one. */
final class GenerationsTest {

  @TestFactory
  Stream<DynamicTest> theNewestGatherSpeaks() throws IOException {
    return TestCases.of(
        "gather/generations.yaml",
        "name",
        one -> {
          FileTree files = new FileTree();
          one.path("trees").forEach(tree -> add(tree, files));
          try (OpenedGather opened = OpenedGather.of(files)) {
            assertPicture(one, opened.gather());
          }
        });
  }

  private static void add(JsonNode tree, FileTree files) {
    String folder = tree.path("folder").asText() + "/";
    files.put(folder + "version", tree.path("product").asText() + "\n4.16.0\n");
    if (tree.has("time")) {
      String from = tree.has("from") ? stamp(tree.path("from")) : "";
      files.put(folder + "timestamp", from + stamp(tree.path("time")));
    }
    if (tree.has("around")) {
      String around = folder.substring(0, folder.indexOf('/') + 1);
      files.put(around + "timestamp", stamp(tree.path("around")));
    }
    for (JsonNode node : tree.path("nodes")) {
      files.put(
          folder + "cluster-scoped-resources/core/nodes/" + node.asText() + ".yaml",
          "---\napiVersion: v1\nkind: Node\nmetadata:\n  name: " + node.asText() + "\n");
    }
    String namespace = folder + "namespaces/a/";
    if (tree.has("pods")) {
      StringBuilder list = new StringBuilder("---\napiVersion: v1\nitems:\n");
      for (JsonNode pod : tree.path("pods")) {
        list.append("- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: ")
            .append(pod.asText())
            .append("\n    namespace: a\n");
      }
      files.put(namespace + "core/pods.yaml", list.append("kind: PodList\n").toString());
    }
    for (JsonNode machine : tree.path("machines")) {
      files.put(
          namespace + "crs/virtualmachines.kubevirt.io/" + machine.asText() + ".yaml",
          "---\napiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata:\n  name: "
              + machine.asText()
              + "\n  namespace: a\n");
    }
    if (tree.has("log")) {
      files.put(namespace + "pods/p/c/c/logs/current.log", tree.path("log").asText() + "\n");
    }
  }

  private static String stamp(JsonNode time) {
    return "2024-10-24 " + time.asText() + ":00.000000000 +0000 UTC m=+0.1\n";
  }

  private static void assertPicture(JsonNode one, Gather gather) {
    assertEquals(TestCases.texts(one.path("nodes")), names(gather, "nodes"));
    assertEquals(TestCases.texts(one.path("pods")), names(gather, "pods"));
    assertEquals(
        TestCases.texts(one.path("machines")), names(gather, "virtualmachines.kubevirt.io"));
    StringBuilder log = new StringBuilder();
    for (LogFile file : gather.logs().files("a", "p", "c", false)) {
      log.append(new String(file.bytes(), StandardCharsets.UTF_8).strip());
    }
    assertEquals(one.path("log").asText(), log.toString());
    List<String> older = new ArrayList<>();
    for (Problem problem : gather.problems()) {
      older.add(problem.path());
    }
    assertEquals(TestCases.texts(one.path("older")), older);
  }

  private static List<String> names(Gather gather, String type) {
    List<String> names = new ArrayList<>();
    for (Resource object : gather.resources(gather.types().find(type).orElseThrow(), Scope.all())) {
      names.add(object.name());
    }
    return names;
  }
}
