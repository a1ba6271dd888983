package mganalyze.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import mganalyze.diagnosis.StepRunner;
import mganalyze.oc.get.TemplateFiles;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellLimits;
import mganalyze.shell.jq.JqScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code run}: command lines against an archive. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs a command line, such as 'oc get pods -A | grep virt', against an archive and prints what it would have printed on the cluster.")
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final HeadStart start;

  @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The must-gather.")
  private String archive;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "COMMAND",
      description =
          "The command line; without it, lines are read from standard input and run in turn.")
  private String command;

  RunCommand(Console console, HeadStart start) {
    this.console = console;
    this.start = start;
  }

  @Override
  public Integer call() {
    if (command != null && command.contains("jq")) {
      loadJq();
    }
    try (OpenArchive opened = start.open(archive, ProgressLine.of(console, archive, false))) {
      console.warnOfOtherClusters(opened.gather());
      Shell shell =
          new Shell(
              StepRunner.programs(opened.gather(), TemplateFiles.ofThisMachine()),
              ShellLimits.defaults(),
              opened.gather().time());
      return command == null ? runLines(shell) : show(shell.run(command));
    } catch (IOException e) {
      console.error(CommandLineProgram.firstLine(String.valueOf(e.getMessage())));
      return ExitStatus.NOTHING_ANALYZED.code();
    }
  }

  /** So that the first line with jq does not have to wait for its functions. */
  private static void loadJq() {
    Thread thread = new Thread(JqScope::warmUp, "jq");
    thread.setDaemon(true);
    thread.start();
  }

  private int runLines(Shell shell) throws IOException {
    // Not before the archive is read: lines may well be without jq.
    loadJq();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    CommandLines lines = new CommandLines(reader);
    int status = ExitStatus.OK.code();
    for (String line = lines.next(); line != null && !shell.hasExited(); line = lines.next()) {
      try {
        status = show(shell.run(line));
      } catch (RuntimeException e) {
        // One command's fault must not cost the user the others.
        console.fault(e);
        status = ExitStatus.FAULT.code();
      }
    }
    return status;
  }

  private int show(Result result) throws IOException {
    console.show(result.out(), result.err());
    return result.status();
  }
}
