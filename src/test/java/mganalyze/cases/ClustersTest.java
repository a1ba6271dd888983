package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.finding.Problem;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.Scope;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Objects, logs and namespaces of several clusters are never one picture. */
final class ClustersTest {

  @TestFactory
  Stream<DynamicTest> theTreesOfOneCluster() throws IOException {
    return TestCases.of(
        "gather/clusters.yaml",
        "name",
        one -> {
          FileTree files = new FileTree();
          one.path("trees").forEach(tree -> add(tree, files));
          for (Map.Entry<String, JsonNode> file : one.path("files").properties()) {
            files.put(file.getKey(), file.getValue().asText());
          }
          try (OpenedGather opened = OpenedGather.of(files)) {
            assertPicture(one, opened.gather());
          }
        });
  }

  private static void add(JsonNode tree, FileTree files) {
    String folder = tree.path("folder").asText() + "/";
    String cluster = folder + "cluster-scoped-resources/";
    files.put(folder + "version", "openshift/must-gather\n4.16.0\n");
    if (tree.has("id")) {
      files.put(
          cluster + "config.openshift.io/clusterversions/version.yaml",
          object("config.openshift.io/v1", "ClusterVersion", "version")
              + "spec:\n  clusterID: "
              + tree.path("id").asText()
              + "\n");
    }
    for (JsonNode node : tree.path("nodes")) {
      String name = node.asText();
      files.put(cluster + "core/nodes/" + name + ".yaml", object("v1", "Node", name));
      files.put(
          folder + "namespaces/on-" + name + "/pods/p/c/c/logs/current.log",
          "2024-10-24T13:00:00Z hello\n");
    }
    if (tree.path("virtualization").asBoolean()) {
      files.put(
          folder + "namespaces/cnv/kubevirt.io/kubevirts/kubevirt.yaml",
          object("kubevirt.io/v1", "KubeVirt", "kubevirt"));
    }
  }

  private static String object(String version, String kind, String name) {
    return "---\napiVersion: %s\nkind: %s\nmetadata:\n  name: %s\n".formatted(version, kind, name);
  }

  private static void assertPicture(JsonNode one, Gather gather) {
    List<String> nodes = new ArrayList<>();
    for (Resource node :
        gather.resources(gather.types().find("nodes").orElseThrow(), Scope.all())) {
      nodes.add(node.name());
    }
    List<String> wanted = TestCases.texts(one.path("nodes"));
    assertEquals(wanted, nodes);
    List<String> withLogs = wanted.stream().map(node -> "on-" + node).toList();
    assertEquals(withLogs, List.copyOf(gather.logs().namespaces()));
    assertEquals(
        withLogs, gather.namespaces().stream().filter(name -> !name.equals("cnv")).toList());
    Map<String, String> others = new TreeMap<>();
    for (Map.Entry<String, JsonNode> other : one.path("others").properties()) {
      others.put(other.getKey(), other.getValue().asText());
    }
    assertEquals(List.copyOf(others.keySet()), gather.otherClusters());
    Map<String, String> told = new TreeMap<>();
    for (Problem problem : gather.problems()) {
      told.put(problem.path(), problem.detail());
    }
    assertEquals(others, told);
  }
}
