package mganalyze.shell;

import java.io.IOException;
import java.util.List;

/**
 * A word that no machine has a program for: a command of {@code oc} with {@code oc} left out, or a
 * slip of the pen. A shell says so; that is the answer, unlike with a program that is not
 * interpreted.
 */
final class NoSuchProgram implements Program {
  private static final int STATUS = 127;

  static boolean isOne(String name) {
    return switch (name) {
      case "get", "describe", "logs", "virctl" -> true;
      default -> false;
    };
  }

  @Override
  public int run(Invocation call) throws IOException {
    call.complain("bash: " + call.name() + ": command not found");
    return STATUS;
  }

  @Override
  public void check(String name, List<String> arguments, boolean literal) {
    throw new UnsupportedCommandException(name + " (no shell knows it)");
  }
}
