package mganalyze.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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

  private SecondCompiler() {}

  /** Asks for it, without waiting for the answer. */
  static void restrain() {
    Thread thread = new Thread(SecondCompiler::addDirectives, "second-compiler");
    thread.setDaemon(true);
    thread.start();
  }

  private static void addDirectives() {
    try {
      Path file = Files.createTempFile("mg-analyze-", ".json");
      try (InputStream directives = SecondCompiler.class.getResourceAsStream(DIRECTIVES)) {
        Files.copy(directives, file, StandardCopyOption.REPLACE_EXISTING);
        execute("Compiler.directives_add " + file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      // As said above: the program is slower, and no less right.
    }
  }

  /** Runs a command that {@code jcmd} knows in this virtual machine; needs the jar's manifest. */
  private static void execute(String command) throws ReflectiveOperationException {
    // Its initializer loads the native library that the next class calls.
    Class.forName("com.sun.management.internal.PlatformMBeanProviderImpl");
    Method machine =
        Class.forName("sun.management.ManagementFactoryHelper")
            .getDeclaredMethod("getVMManagement");
    machine.setAccessible(true);
    Class<?> commands = Class.forName("com.sun.management.internal.DiagnosticCommandImpl");
    Constructor<?> constructor = commands.getDeclaredConstructor(machine.getReturnType());
    constructor.setAccessible(true);
    Method run = commands.getDeclaredMethod("executeDiagnosticCommand", String.class);
    run.setAccessible(true);
    run.invoke(constructor.newInstance(machine.invoke(null)), command);
  }
}
