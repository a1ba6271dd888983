package mganalyze.oc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mganalyze.archive.Store;
import mganalyze.gather.Gather;
import mganalyze.shell.NeedsClusterException;
import mganalyze.shell.Program;
import mganalyze.shell.Refusal;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellLimits;
import mganalyze.shell.UnsupportedCommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in command lines, on the pods of {@code testdata/oc/pods.yaml}. */
class OcInShellTest {
  @TempDir Path folder;

  private final Store store = Store.create();
  private Shell shell;

  @BeforeEach
  void gather() throws IOException {
    JsonNode pods = new YAMLMapper().readTree(new File("testdata/oc/pods.yaml"));
    Gather gather = TinyGather.of(folder, pods.path("objects"), pods.path("logs"), store);
    Program oc = new Oc(gather);
    shell =
        new Shell(
            Map.of("oc", oc, "kubectl", oc),
            ShellLimits.defaults(),
            Instant.parse("2025-01-10T12:00:00Z"));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void feedsPipes() {
    Result result =
        shell.run(
            "export NS=\"$(oc get ns shop -o name | cut -d/ -f2)\";"
                + " oc -n $NS get pods --no-headers | awk '{print $3}' | sort | uniq -c | sort -rn"
                + " | head -1");
    assertEquals("1 Terminating", result.output().strip());
    assertEquals(0, result.status());
  }

  @Test
  void namesWhatItRead() {
    Result result = shell.run("oc get pods -n shop -o name");
    assertEquals(
        List.of("must-gather.local.1/image/namespaces/shop/core/pods.yaml"),
        List.copyOf(result.sources()).stream()
            .map(path -> path.substring(path.indexOf("must-gather")))
            .toList());
    assertTrue(result.noData().isEmpty());
  }

  @Test
  void tellsWhatIsNotThere() {
    Result result = shell.run("oc get sa -n shop | wc -l");
    assertEquals("0\n", result.output());
    assertEquals(List.of("ServiceAccounts of namespace shop"), result.noData());
  }

  @Test
  void answersTheSameTwice() {
    for (String line :
        List.of(
            "oc get sa,pods -n shop 2>&1 | cat -n",
            "oc get pods -n shop -o json | jq '.items[0].kind = \"x\" | del(.items[1])'",
            "oc logs -n shop web-0 2>&1 | cat")) {
      Result first = shell.run(line);
      Result second = shell.run(line);
      assertEquals(first.output(), second.output());
      assertEquals(first.errors(), second.errors());
      assertEquals(first.status(), second.status());
      assertEquals(first.sources(), second.sources());
      assertEquals(first.noData(), second.noData());
    }
  }

  @Test
  void refusesToChangeTheCluster() {
    Result result = shell.run("oc delete pod web-0 -n shop");
    assertEquals(126, result.status());
    assertEquals(Refusal.Kind.NEEDS_LIVE_CLUSTER, result.refusal().orElseThrow().kind());
  }

  @Test
  void isCheckedWithoutAnArchive() {
    assertTrue(Oc.refusal("oc", List.of("-n", "$NS", "get", "pods", "-A")).isEmpty());
    assertTrue(Oc.refusal("oc", List.of("get", "pods", "--bogus")).isPresent());
    assertThrows(
        UnsupportedCommandException.class, () -> Oc.refusal("oc", List.of("explain", "pod")));
    assertThrows(
        UnsupportedCommandException.class,
        () -> Oc.refusal("oc", List.of("get", "--raw", "/metrics")));
    assertThrows(NeedsClusterException.class, () -> Oc.refusal("oc", List.of("get", "pods", "-w")));
    assertThrows(
        NeedsClusterException.class,
        () -> Oc.refusal("kubectl", List.of("exec", "a", "--", "top")));
  }
}
