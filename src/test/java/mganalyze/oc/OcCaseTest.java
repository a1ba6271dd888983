package mganalyze.oc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mganalyze.archive.Store;
import mganalyze.gather.Gather;
import mganalyze.oc.command.Console;
import mganalyze.oc.get.TemplateFiles;
import mganalyze.shell.NeedsClusterException;
import mganalyze.shell.UnsupportedCommandException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the command lines of {@code testdata/oc}: each file has a few objects and what commands
 * print of them.
 */
class OcCaseTest {
  private static final Path CASES = Path.of("testdata/oc");
  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");

  @TempDir Path folder;

  private record Printed(String out, String err, int status) {}

  @TestFactory
  Stream<DynamicNode> prints() throws IOException {
    List<DynamicNode> files = new ArrayList<>();
    File[] cases = CASES.toFile().listFiles((parent, name) -> name.endsWith(".yaml"));
    for (File file : cases) {
      files.add(DynamicContainer.dynamicContainer(file.getName(), tests(file)));
    }
    return files.stream();
  }

  private List<DynamicTest> tests(File file) throws IOException {
    JsonNode root = new YAMLMapper().readTree(file);
    Path archive = Files.createDirectory(folder.resolve(file.getName()));
    JsonNode none = JsonNodeFactory.instance.objectNode();
    JsonNode logs = root.has("logs") ? root.get("logs") : none;
    List<DynamicTest> tests = new ArrayList<>();
    Store store = Store.create();
    Gather gather = TinyGather.of(archive, root.path("objects"), logs, store);
    Oc oc = new Oc(gather, NodeLogs.NONE, templates(root.path("templates")));
    for (JsonNode test : root.path("cases")) {
      tests.add(
          DynamicTest.dynamicTest(
              test.path("name").asText(),
              () -> {
                Printed printed = run(oc, test.path("command").asText());
                assertEquals(test.path("out").asText(), printed.out());
                assertEquals(test.path("err").asText(), printed.err());
                assertEquals(test.path("status").asInt(), printed.status());
              }));
    }
    return tests;
  }

  /** Files by path; where a file of cases has none, none are read. */
  private static TemplateFiles templates(JsonNode files) {
    if (files.isEmpty()) {
      return TemplateFiles.NONE;
    }
    return path -> {
      if (!files.has(path)) {
        throw new IOException("open " + path + ": no such file or directory");
      }
      return Optional.of(files.get(path).asText());
    };
  }

  private static Printed run(Oc oc, String command) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> words = words(command);
    StringBuilder noData = new StringBuilder();
    Console console =
        new Console(
            words.get(0),
            out,
            err,
            NOW,
            source -> {},
            what -> noData.append("[no data: ").append(what).append("]\n"));
    int status;
    String refusal = "";
    try {
      status = oc.run(words.subList(1, words.size()), console);
    } catch (NeedsClusterException e) {
      status = 126;
      refusal = e.getMessage() + "\n";
    } catch (UnsupportedCommandException e) {
      status = 127;
      refusal = e.getMessage() + "\n";
    }
    return new Printed(
        out.toString(StandardCharsets.UTF_8),
        // Which command gathers what is missing is not said here.
        err.toString(StandardCharsets.UTF_8).replaceAll(" with: .*", " with: …") + refusal + noData,
        status);
  }

  /** Words between blanks; quotes keep blanks together. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (char c : command.toCharArray()) {
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        begun = true;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && c == ' ') {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
