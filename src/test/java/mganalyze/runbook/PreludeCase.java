package mganalyze.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mganalyze.TestCases;
import mganalyze.runbook.CheckProgram.ProgramFault;

/**
 * A case of the functions that checks share, from {@code testdata/prelude}: {@code name, program,
 * in, out}, where {@code out} is a list of what the program prints, and {@code cluster} adds to
 * {@code $cluster}.
 */
public record PreludeCase(String name, String program, JsonNode in, String out, JsonNode cluster) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  public static List<PreludeCase> all() throws IOException {
    List<PreludeCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("testdata", "prelude"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        for (JsonNode one : TestCases.read("prelude/" + name)) {
          cases.add(
              new PreludeCase(
                  name + ": " + one.path("name").asText(),
                  ".in | " + one.path("program").asText(),
                  one.path("in"),
                  one.path("out").toPrettyString(),
                  one.path("cluster")));
        }
      }
    }
    return cases;
  }

  /** What a form of its program prints. */
  public String run(String form) throws ProgramFault {
    ObjectNode facts = JSON.objectNode();
    facts.put("gatheredAtSeconds", Instant.parse("2024-10-24T13:05:00Z").getEpochSecond());
    facts.putObject("versions");
    if (cluster instanceof ObjectNode more) {
      facts.setAll(more);
    }
    ObjectNode inputs = JSON.objectNode();
    inputs.set("in", in);
    try {
      return JSON.arrayNode().addAll(CheckProgram.parse(form).run(inputs, facts)).toPrettyString();
    } catch (InputException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }
}
