package mganalyze.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.gather.SelectorException;
import org.junit.jupiter.api.Test;

/** The fourth answer comes from an index, the first one from the bytes of the list. */
class LongListsTest {
  private static final int PODS = 700;

  @Test
  void answerTheSameHoweverOftenTheyAreAsked() throws IOException, SelectorException {
    StringBuilder pods = new StringBuilder("---\napiVersion: v1\nitems:\n");
    for (int i = 0; i < PODS; i++) {
      pods.append("- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: pod-%d\n".formatted(i))
          .append("    namespace: a\n  spec:\n")
          .append(i % 4 == 3 ? "    restartPolicy: Always\n" : "    nodeName: n" + i % 4 + "\n")
          .append("  status:\n    phase: " + (i % 8 < 4 ? "Running" : "Failed") + "\n");
    }
    FileTree files = new FileTree();
    files.put("mg/image/version", "openshift/must-gather\n4.16.0\n");
    files.put("mg/image/namespaces/a/core/pods.yaml", pods.append("kind: PodList\n").toString());
    String[] selectors = {
      "spec.nodeName=n1",
      "spec.nodeName=n2,status.phase=Failed",
      "status.phase=Failed,spec.nodeName!=n2",
      "spec.nodeName=",
      "spec.nodeName!=n1",
      "spec.nodeName=nowhere",
      "spec.hostNetwork=false",
      ""
    };
    int[] wanted = {PODS / 4, PODS / 8, PODS * 3 / 8, PODS / 4, PODS * 3 / 4, 0, PODS, PODS};
    List<List<String>> first = new ArrayList<>();
    try (OpenedGather opened = OpenedGather.of(files)) {
      ResourceType type = opened.gather().types().find("pods").orElseThrow();
      for (int round = 0; round < 4; round++) {
        for (int i = 0; i < selectors.length; i++) {
          FieldSelector fields = FieldSelector.parse(selectors[i]);
          List<String> names = new ArrayList<>();
          for (Resource pod :
              opened.gather().resources(Query.of(type, Scope.of("a")).where(fields))) {
            names.add(pod.name());
          }
          if (round == 0) {
            first.add(names);
          }
          assertEquals(wanted[i], names.size(), 1, selectors[i]);
          assertEquals(first.get(i), names, selectors[i]);
        }
      }
    }
  }
}
