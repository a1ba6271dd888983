package mganalyze.oc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mganalyze.gather.Gather;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Flags;
import mganalyze.oc.describe.DescribeCommand;
import mganalyze.oc.get.GetCommand;
import mganalyze.oc.get.TemplateFiles;
import mganalyze.oc.logs.LogsCommand;
import mganalyze.shell.Invocation;
import mganalyze.shell.NeedsClusterException;
import mganalyze.shell.Program;
import mganalyze.shell.UnsupportedCommandException;

/** The programs {@code oc} and {@code kubectl}. */
public final class Oc implements Program {
  private final Gather gather;
  private final NodeLogs nodeLogs;
  private final TemplateFiles files;
  private final Answers answers = new Answers();

  public Oc(Gather gather) {
    this(gather, NodeLogs.NONE, TemplateFiles.NONE);
  }

  /**
   * @param nodeLogs answers {@code adm node-logs}
   * @param files answers {@code -o jsonpath-file=}
   */
  public Oc(Gather gather, NodeLogs nodeLogs, TemplateFiles files) {
    this.gather = gather;
    this.nodeLogs = nodeLogs;
    this.files = files;
  }

  @Override
  public int run(Invocation call) throws IOException {
    Console console =
        new Console(call.name(), call.out(), call.err(), call.now(), call::source, call::noData);
    if (TemplateFiles.areNamedIn(call.arguments())) {
      return run(call.arguments(), console);
    }
    Answers.Asked asked = new Answers.Asked(call.name(), call.arguments());
    Recording known = answers.find(asked);
    if (known != null) {
      return known.replay(console);
    }
    Recording recording = new Recording();
    int status = run(call.arguments(), recording.over(console));
    if (recording.isWhole()) {
      recording.end(status);
      answers.keep(asked, recording);
    }
    return status;
  }

  /** Runs a command line without the program's name; the exit status. */
  public int run(List<String> arguments, Console console) throws IOException {
    try {
      return dispatch(arguments, console);
    } catch (CommandException e) {
      console.complain(e.getMessage());
      if (!e.lacking().isEmpty()) {
        console.noData().accept(e.lacking());
      }
      return 1;
    }
  }

  private int dispatch(List<String> arguments, Console console)
      throws CommandException, IOException {
    Verb verb = Verb.find(console.program(), arguments);
    String command = console.program() + " " + verb.name();
    switch (verb.name()) {
      case "get":
        return new GetCommand(gather, files).run(parse(command, GetCommand.flags(), verb), console);
      case "describe":
        return new DescribeCommand(gather)
            .run(parse(command, DescribeCommand.flags(), verb), console);
      case "logs", "log":
        return new LogsCommand(gather).run(parse(command, LogsCommand.flags(), verb), console);
      case "api-resources":
        return new ApiResources(gather).run(parse(command, ApiResources.flags(), verb), console);
      case "version":
        return new Version(gather).run(parse(command, Version.flags(), verb), console);
      case "top":
        return new Usage(gather, console).run(parse(command, Usage.flags(), verb));
      case "whoami", "project", "projects", "config":
        return new Session(gather).run(verb.name(), parse(command, Session.flags(), verb), console);
      default:
        return new Administration(gather, nodeLogs).run(verb, console);
    }
  }

  private static CommandLine parse(String command, Flags flags, Verb verb) throws CommandException {
    return CommandLine.parse(command, flags, verb.arguments());
  }

  @Override
  public void check(String name, List<String> arguments, boolean literal) {
    // kubectl would refuse it in the same way on a cluster: that is an answer.
    refusal(name, arguments);
  }

  /**
   * Looks at a command line without an archive.
   *
   * @param name {@code oc} or {@code kubectl}
   * @return what {@code name} itself says against it; empty if that cannot be told, or nothing
   * @throws UnsupportedCommandException as {@link #run} does
   * @throws NeedsClusterException as {@link #run} does
   */
  public static Optional<String> refusal(String name, List<String> arguments) {
    try {
      Verb verb = Verb.find(name, arguments);
      String command = name + " " + verb.name();
      switch (verb.name()) {
        case "get" -> GetCommand.check(parse(command, GetCommand.flags(), verb), name);
        case "describe" -> parse(command, DescribeCommand.flags(), verb);
        case "logs", "log" -> parse(command, LogsCommand.flags(), verb);
        default -> {}
      }
      return Optional.empty();
    } catch (CommandException e) {
      return Optional.of(e.getMessage());
    }
  }
}
