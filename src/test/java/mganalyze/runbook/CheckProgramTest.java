package mganalyze.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CheckProgramTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static String run(String jq, ObjectNode cluster) throws Exception {
    return CheckProgram.parse(jq).run(JSON.objectNode(), cluster).toString();
  }

  @Test
  void sharedFunctionsSeeTheClusterAndTheTime() throws Exception {
    ObjectNode cluster = JSON.objectNode().put("gatheredAtSeconds", 1_000_000);
    cluster.putObject("versions").put("cdi", "1.59.0");
    assertEquals(
        "[false, 999990]",
        run(
            "[atLeast(\"cdi\"; \"1.60\"), (\"1970-01-01T00:00:10.5Z\" | secondsAgo)] | .[]",
            cluster));
  }

  @Test
  void aGatherWithoutATimeHasNoAges() throws Exception {
    assertEquals("[null]", run("\"1970-01-01T00:00:10Z\" | secondsAgo", JSON.objectNode()));
  }
}
