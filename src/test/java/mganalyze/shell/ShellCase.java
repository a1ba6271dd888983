package mganalyze.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command line with what it prints, from {@code testdata/shell/*.yaml}:
 *
 * <pre>
 * - name: counts what does not match
 *   input: pods.txt                   # from testdata/shell/inputs; or in: the text itself
 *   run: grep -cv Running
 *   out: |
 *     4
 *   status: 1                         # 0 if left out
 *   err: words that standard error has
 *   refusal: UNSUPPORTED
 *   differs: why the real tool prints something else
 * </pre>
 */
record ShellCase(
    String file,
    String name,
    byte[] input,
    String command,
    Optional<String> out,
    int status,
    String err,
    Optional<String> refusal,
    boolean differs) {
  private static final Path FOLDER = Path.of("testdata/shell");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  static Stream<ShellCase> all() throws IOException {
    List<ShellCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        for (JsonNode node : YAML.readTree(file.toFile())) {
          cases.add(of(file.getFileName().toString(), node));
        }
      }
    }
    return cases.stream();
  }

  private static ShellCase of(String file, JsonNode node) {
    return new ShellCase(
        file,
        node.get("name").asText(),
        input(node),
        node.get("run").asText(),
        Optional.ofNullable(node.get("out")).map(JsonNode::asText),
        node.path("status").asInt(),
        node.path("err").asText(),
        Optional.ofNullable(node.get("refusal")).map(JsonNode::asText),
        node.has("differs"));
  }

  private static byte[] input(JsonNode node) {
    if (node.has("in")) {
      return Utf8.encode(node.get("in").asText());
    }
    if (!node.has("input")) {
      return new byte[0];
    }
    try {
      return Files.readAllBytes(FOLDER.resolve("inputs").resolve(node.get("input").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command line as a fresh shell does. */
  Result run() {
    return run(command, input);
  }

  static Result run(String command, byte[] input) {
    ShellLimits limits = new ShellLimits(16 << 20, Duration.ofSeconds(20));
    Shell shell = new Shell(Map.of(), limits, Instant.parse("2024-10-24T13:05:00Z"));
    try {
      return shell.run(Shell.parse(command), Bytes.of(input));
    } catch (ShellSyntaxException | UnsupportedCommandException e) {
      return shell.run(command);
    }
  }

  @Override
  public String toString() {
    return file + ": " + name;
  }
}
