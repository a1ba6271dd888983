package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of the source runbooks, as published, can be read and checked without an archive.
 */
class RunbookCommandsTest {
  record Command(String text, String refused) {}

  static List<Command> commands() throws IOException {
    Path file = Path.of("testdata/shell/commands/source-runbooks.yaml");
    List<Command> commands = new ArrayList<>();
    for (JsonNode node : new ObjectMapper(new YAMLFactory()).readTree(file.toFile())) {
      commands.add(new Command(node.get("run").asText(), node.path("refused").asText()));
    }
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void readsThemAll(Command command) {
    Program oc = call -> 0;
    Script script = Shell.parse(command.text());
    assertTrue(!script.calls().isEmpty());
    if (command.refused().isEmpty()) {
      assertDoesNotThrow(() -> script.check(Map.of("oc", oc)));
    } else {
      RuntimeException refusal =
          assertThrows(RuntimeException.class, () -> script.check(Map.of("oc", oc)));
      assertTrue(refusal.getMessage().contains(command.refused()), refusal::getMessage);
    }
  }
}
