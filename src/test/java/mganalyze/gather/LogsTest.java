package mganalyze.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mganalyze.TestCases;
import mganalyze.archive.ArchiveReader;
import mganalyze.archive.Limits;
import mganalyze.archive.Progress;
import mganalyze.archive.Source;
import mganalyze.archive.Store;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  @TempDir Path folder;
  private int gathers;

  @TestFactory
  Stream<DynamicTest> tellHowFarBackTheyReach() throws IOException {
    return TestCases.of(
        "gather/logs-since.yaml",
        "name",
        one -> {
          try (Store store = Store.create()) {
            Logs logs = gather(one.path("files"), store).logs();
            String since = logs.start("openshift-cnv").map(Instant::toString).orElse("");
            assertEquals(one.path("since").asText(), since);
          }
        });
  }

  @Test
  void aCompressedLogThatEndsEarlyIsCutShort() throws IOException {
    String lines = "2024-10-24T10:00:00Z a line with the number 17 in it\n".repeat(500);
    JsonNode files = JsonNodeFactory.instance.objectNode().put("a/c/c/logs/current.log.gz", lines);
    for (boolean isWhole : List.of(true, false)) {
      Path root = write(files);
      if (!isWhole) {
        Path log = root.resolve("mg/img/namespaces/openshift-cnv/pods/a/c/c/logs/current.log.gz");
        byte[] packed = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(packed, packed.length * 2 / 3));
      }
      try (Store store = Store.create()) {
        LogFile log = read(root, store).logs().files("openshift-cnv", "a", "c", false).get(0);
        assertEquals(isWhole, log.bytes().length == lines.length());
        assertEquals(!isWhole, log.isCut());
      }
    }
  }

  private Gather gather(JsonNode files, Store store) throws IOException {
    return read(write(files), store);
  }

  private Path write(JsonNode files) throws IOException {
    Path root = folder.resolve("gather-" + gathers++);
    write(root.resolve("mg/img/version"), "openshift/must-gather\n4.18.0\n");
    for (Map.Entry<String, JsonNode> file : files.properties()) {
      Path pods = root.resolve("mg/img/namespaces/openshift-cnv/pods");
      write(pods.resolve(file.getKey()), file.getValue().asText());
    }
    return root;
  }

  private static Gather read(Path root, Store store) throws IOException {
    GatherBuilder builder = new GatherBuilder(() -> {});
    return builder.build(
        ArchiveReader.read(
            Source.of(root.toString()), Limits.defaults(), store, builder, Progress.none()));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
