package mganalyze.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ctrl-C at the prompt. */
class InterruptTest {
  @Test
  void stopsTheCommandAndKeepsTheShell() {
    Shell shell = new Shell(Map.of(), ShellLimits.defaults(), Instant.EPOCH);
    shell.run("x=kept");
    Thread.currentThread().interrupt();
    Result result = shell.run("while true; do :; done");
    assertTrue(Thread.interrupted());
    assertEquals(130, result.status());
    assertEquals("interrupted\n", result.errors());
    assertEquals("kept\n", shell.run("echo $x").output());
  }
}
