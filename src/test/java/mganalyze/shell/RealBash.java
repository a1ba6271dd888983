package mganalyze.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The machine's own shell and tools, where it has them. */
final class RealBash {
  private static final Path BASH = Path.of("/bin/bash");

  /** What it printed. */
  record Printed(byte[] out, int status) {}

  private RealBash() {}

  static boolean isPresent() {
    return Files.isExecutable(BASH);
  }

  /** Whether a program that a command line calls is on the machine. */
  static boolean has(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program))
        || Files.isExecutable(Path.of("/bin", program));
  }

  static Printed run(String command, byte[] input) {
    ProcessBuilder builder = new ProcessBuilder(BASH.toString(), "-c", command);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LC_ALL", "C.UTF-8"); // bytes decide the order, characters are UTF-8
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      Thread writer = new Thread(() -> write(process.getOutputStream(), input));
      writer.start();
      byte[] out = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      writer.join();
      return new Printed(out, status);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException e) {
      // The command did not want all of its input.
    }
  }
}
