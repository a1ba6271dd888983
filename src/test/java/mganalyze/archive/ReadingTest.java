package mganalyze.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Reads what {@code testdata/archive/reading} describes, as file, directory and stream. */
class ReadingTest {
  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> readsAsTheCasesSay() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode test : Cases.of("reading")) {
      String name = test.get("name").asText();
      List<String> packs = Cases.strings(test.path("pack"));
      for (String pack : packs.isEmpty() ? List.of("") : packs) {
        tests.add(DynamicTest.dynamicTest(name + ": " + pack, () -> check(test, pack, false)));
        if (!pack.equals("directory")) {
          tests.add(
              DynamicTest.dynamicTest(
                  name + ": " + pack + " as a stream", () -> check(test, pack, true)));
        }
      }
    }
    return tests;
  }

  private void check(JsonNode test, String pack, boolean asStream) throws IOException {
    Path path = make(test, pack);
    Source source =
        asStream
            ? new Source.Stream("stdin", new ByteArrayInputStream(Files.readAllBytes(path)))
            : new Source.Local(path);
    Seen seen = new Seen();
    try (Store store = Store.withMemory(100_000)) {
      if (test.has("error")) {
        ArchiveException error =
            assertThrows(ArchiveException.class, () -> read(source, test, store, seen));
        assertTrue(error.getMessage().contains(test.get("error").asText()), error.getMessage());
        String name = asStream ? "stdin" : path.toString();
        assertTrue(error.getMessage().startsWith(name + ": "), error.getMessage());
        return;
      }
      ArchiveFacts facts = read(source, test, store, seen);
      assertEquals(Cases.strings(test.path("kept")), seen.kept, "kept");
      assertEquals(Cases.strings(test.path("partial")), seen.partial, "partial");
      assertEquals(Cases.strings(test.path("skipped")), seen.skipped, "skipped");
      assertEquals(Cases.strings(test.path("problems")), Seen.lines(facts.problems()), "problems");
      assertEquals(test.path("complete").asBoolean(true), facts.complete(), "complete");
      assertEquals(test.path("entries").asLong(facts.entries()), facts.entries(), "entries");
      assertEquals(test.path("unpackedBytes").asLong(facts.unpackedBytes()), facts.unpackedBytes());
      checkContents(test, seen);
    }
  }

  private static ArchiveFacts read(Source source, JsonNode test, Store store, Seen seen)
      throws ArchiveException {
    return ArchiveReader.read(source, limits(test.path("limits")), store, seen, Progress.none());
  }

  private static void checkContents(JsonNode test, Seen seen) throws IOException {
    for (Map.Entry<String, JsonNode> file : Packer.sorted(test.get("files")).entrySet()) {
      Content content = seen.contents.get(file.getKey());
      if (content != null && !seen.partial.contains(file.getKey())) {
        assertArrayEquals(Packer.content(file.getValue()), content.bytes(), file.getKey());
      }
    }
  }

  private static Limits limits(JsonNode limits) {
    Limits defaults = Limits.defaults();
    return new Limits(
        limits.path("entries").asLong(defaults.entries()),
        limits.path("entryBytes").asLong(defaults.entryBytes()),
        limits.path("totalBytes").asLong(defaults.totalBytes()),
        limits.path("ratio").asLong(defaults.ratio()),
        limits.path("ratioFreeBytes").asLong(defaults.ratioFreeBytes()),
        limits.path("depth").asInt(defaults.depth()));
  }

  private Path make(JsonNode test, String pack) throws IOException {
    Path path = Files.createTempDirectory(folder, "case").resolve("archive");
    if (pack.equals("directory")) {
      makeDirectory(path, test.get("files"));
    } else if (test.has("raw")) {
      byte[] raw = test.get("raw").asText().getBytes(StandardCharsets.UTF_8);
      Files.write(path, pack.isEmpty() ? raw : Packer.compress(raw, pack));
    } else {
      Files.write(path, Packer.cut(Packer.pack(pack, test.get("files")), test));
    }
    return path;
  }

  private static void makeDirectory(Path path, JsonNode files) throws IOException {
    Files.createDirectory(path);
    for (Map.Entry<String, JsonNode> file : Packer.sorted(files).entrySet()) {
      Path target = path.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      if (file.getValue().has("link")) {
        Files.createSymbolicLink(target, Path.of(file.getValue().get("link").asText()));
      } else {
        Files.write(target, Packer.content(file.getValue()));
      }
    }
  }
}
