package mganalyze.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mganalyze.shell.Result;
import org.junit.jupiter.api.Test;

class SecretsInReportTest {
  @Test
  void masksLabelsOfAlerts() {
    AlertSummary.Instance instance =
        new AlertSummary.Instance(
            "firing", Optional.empty(), Map.of("url", "https://user:pw@host/x"));
    assertEquals("https://user:[masked]@host/x", instance.labels().get("url"));
  }

  @Test
  void masksAValueWhoseKeyIsLeftOut() {
    String secret = "hunter2-".repeat(5_000);
    RunText text = shown("{\"a\":\"" + "x".repeat(11_000) + "\",\"password\":\"" + secret + "\"}");
    assertFalse(text.output().contains("hunter2"), text.output());
    assertTrue(text.output().contains("[masked]"), text.output());
  }

  private static RunText shown(String output) {
    byte[] out = output.getBytes(StandardCharsets.UTF_8);
    Result result =
        new Result(
            0, out, new byte[0], false, Collections.emptySortedSet(), List.of(), Optional.empty());
    return RunText.of("oc get x", result, word -> false);
  }
}
