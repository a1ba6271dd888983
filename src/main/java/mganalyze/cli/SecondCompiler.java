package mganalyze.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps HotSpot's second compiler (C2) off code that seldom runs long enough to repay it. Left to
 * itself it holds one processor for as long as a usual call takes, about a second, and what it made
 * is hardly used.
 *
 * <p>An option of {@code java} would say the same, but {@code java -jar} takes options only from
 * its user. Compiler directives can be added while the program runs, by the diagnostic command
 * {@code Compiler.directives_add}; through the platform's MBean server that takes a sixth of a
 * second, so this class asks the object behind it. Another virtual machine, or a version that has
 * changed inside, leaves everything as it was: directives cost or save time and change no result.
 */
final class SecondCompiler {
  private static final String DIRECTIVES = "/cli/compiler-directives.json";

  private static final long LONGEST_WAIT_MILLIS = 1000;

  private SecondCompiler() {}

  /** Asks for it, without waiting for the answer. */
  static void restrain() {
    Thread thread = new Thread(SecondCompiler::addDirectives, "second-compiler");
    thread.setDaemon(true);
    try {
      // Ended or interrupted, the program leaves no file behind.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> await(thread)));
      thread.start();
    } catch (IllegalStateException e) {
      // It ends already.
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join(LONGEST_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void addDirectives() {
    try (InputStream resource = SecondCompiler.class.getResourceAsStream(DIRECTIVES)) {
      byte[] directives = resource.readAllBytes();
      DiagnosticCommands commands = DiagnosticCommands.ofThisMachine();
      if (commands.options().stream().anyMatch(SecondCompiler::choosesCompilers)) {
        return;
      }
      // The command reads nothing but files.
      String name = "mg-analyze-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
      Path file = Path.of(System.getProperty("java.io.tmpdir"), name);
      try {
        Files.write(file, directives, StandardOpenOption.CREATE_NEW);
        commands.execute("Compiler.directives_add " + file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      // As said above: the program is slower, and no less right.
    }
  }

  /** Without the first compiler, what the second one leaves out would never be compiled. */
  private static boolean choosesCompilers(Object option) {
    return option.toString().contains("TieredCompilation")
        || option.toString().contains("CompilationMode");
  }
}
