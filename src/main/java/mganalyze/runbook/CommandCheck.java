package mganalyze.runbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mganalyze.oc.Oc;
import mganalyze.shell.Invocation;
import mganalyze.shell.NeedsClusterException;
import mganalyze.shell.Program;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellSyntaxException;
import mganalyze.shell.UnsupportedCommandException;

/** Finds what is wrong in a command line without running it. */
final class CommandCheck {
  private static final Map<String, Program> PROGRAMS =
      Map.of("oc", new OcFlags(), "kubectl", new OcFlags());

  private CommandCheck() {}

  /** The first mistake; what needs a live cluster is none. */
  static Optional<String> mistake(String command) {
    try {
      Shell.parse(PlaceholderText.neutral(command)).check(PROGRAMS);
      return Optional.empty();
    } catch (ShellSyntaxException | UnsupportedCommandException | RefusedException e) {
      return Optional.of(e.getMessage());
    } catch (NeedsClusterException e) {
      return Optional.empty();
    }
  }

  /** The program itself would refuse the command line. */
  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message, null, false, false);
    }
  }

  /** Only ever checked. */
  private static final class OcFlags implements Program {
    @Override
    public int run(Invocation call) {
      throw new IllegalStateException("only for checks");
    }

    @Override
    public void check(String name, List<String> arguments, boolean literal) {
      Optional<String> refusal = Oc.refusal(name, arguments);
      if (refusal.isPresent()) {
        throw new RefusedException(refusal.get().lines().findFirst().orElse(""));
      }
    }
  }
}
