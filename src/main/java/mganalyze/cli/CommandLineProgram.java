package mganalyze.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import mganalyze.runbook.Prelude;
import mganalyze.runbook.Runbooks;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;

/** The command line as a value: takes arguments and two streams, gives an exit status. */
public final class CommandLineProgram {
  private static final Set<String> WITHOUT_ARCHIVE =
      Set.of("runbooks", "render", "--help", "-h", "--version", "-V");

  private final Console console;

  public CommandLineProgram(PrintStream out, PrintStream err) {
    this.console = new Console(out, err);
  }

  /**
   * Runs one call; never throws for a fault of the program itself, which is status 4 and one line.
   */
  public int run(List<String> arguments) {
    try (HeadStart start = headStart(arguments)) {
      return run(arguments, start);
    }
  }

  private int run(List<String> arguments, HeadStart start) {
    CommandLine commands = commands(arguments, start);
    commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    commands.setParameterExceptionHandler(this::refuse);
    commands.setExecutionExceptionHandler(fault());
    commands.setExpandAtFiles(false);
    return commands.execute(arguments.toArray(new String[0]));
  }

  /** Begins what the arguments seem to ask for; parsing them takes longer than a wrong guess. */
  private static HeadStart headStart(List<String> arguments) {
    for (String argument : arguments) {
      if (WITHOUT_ARCHIVE.contains(argument)) {
        return HeadStart.none();
      }
    }
    if (arguments.contains("run") || arguments.contains("shell")) {
      return HeadStart.begin(arguments, () -> {});
    }
    Runbooks.prefetch();
    return HeadStart.begin(arguments, Prelude::warmUp);
  }

  /**
   * The commands that the arguments name, or, for the help, all of them: making one takes picocli
   * tens of milliseconds.
   */
  private CommandLine commands(List<String> arguments, HeadStart start) {
    CommandLine commands = new CommandLine(new AnalyzeCommand(console, start));
    boolean all = arguments.contains("--help") || arguments.contains("-h");
    if (all || arguments.contains("run")) {
      commands.addSubcommand("run", new RunCommand(console, start));
    }
    if (all || arguments.contains("shell")) {
      commands.addSubcommand("shell", new ShellCommand(console, start));
    }
    if (all || arguments.contains("render")) {
      commands.addSubcommand("render", new RenderCommand(console));
    }
    if (all || arguments.contains("runbooks")) {
      commands.addSubcommand("runbooks", runbookCommands());
    }
    return commands;
  }

  private CommandLine runbookCommands() {
    CommandLine runbooks = new CommandLine(new RunbooksCommand());
    runbooks.addSubcommand("list", new RunbooksListCommand(console));
    runbooks.addSubcommand("show", new RunbooksShowCommand(console));
    runbooks.addSubcommand("check", new RunbooksCheckCommand(console));
    runbooks.addSubcommand("test", new RunbooksTestCommand(console));
    runbooks.addSubcommand("pack", new RunbooksPackCommand());
    return runbooks;
  }

  private int refuse(ParameterException e, String[] arguments) {
    console.error(firstLine(e.getMessage()));
    return ExitStatus.NOTHING_ANALYZED.code();
  }

  private IExecutionExceptionHandler fault() {
    return (e, command, result) -> {
      if (e instanceof UsageException) {
        console.error(e.getMessage());
        return ExitStatus.NOTHING_ANALYZED.code();
      }
      console.fault(e);
      boolean verbose =
          result.originalArgs().contains("-v") || result.originalArgs().contains("--verbose");
      if (verbose) {
        e.printStackTrace(console.err());
      }
      return ExitStatus.FAULT.code();
    };
  }

  static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
