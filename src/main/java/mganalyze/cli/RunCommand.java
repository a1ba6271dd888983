package mganalyze.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code run}: command lines against an archive. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs a command line, such as 'oc get pods -A | grep virt', against an archive.")
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The must-gather.")
  private String archive;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "The command line; without it, lines are read from standard input.")
  private String command;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new UsageException("run is not there yet");
  }
}
