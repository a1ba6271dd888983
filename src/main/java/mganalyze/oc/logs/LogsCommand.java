package mganalyze.oc.logs;

import java.io.IOException;
import java.util.List;
import mganalyze.gather.Gather;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.gather.Scope;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.command.CommandLine;
import mganalyze.oc.command.Console;
import mganalyze.oc.command.Finder;
import mganalyze.oc.command.Flag.Takes;
import mganalyze.oc.command.Flags;
import mganalyze.oc.command.Selectors;

/** {@code logs}. Following a log prints what there is. */
public final class LogsCommand {
  private final Gather gather;

  public LogsCommand(Gather gather) {
    this.gather = gather;
  }

  /** The flags that {@code logs} knows. */
  public static Flags flags() {
    return Flags.global()
        .flag("all-containers", "")
        .flag("all-pods", "")
        .text("container", "c")
        .flag("ignore-errors", "")
        .number("limit-bytes", "")
        .flag("prefix", "")
        .flag("previous", "p")
        .text("selector", "l")
        .duration("since", "")
        .text("since-time", "")
        .number("tail", "")
        .flag("timestamps", "")
        .ignored("follow", "f", Takes.NOTHING)
        .ignored("insecure-skip-tls-verify-backend", "", Takes.NOTHING)
        .ignored("max-log-requests", "", Takes.NUMBER)
        .ignored("pod-running-timeout", "", Takes.DURATION)
        .unsupported("version", "", Takes.NUMBER);
  }

  /** Runs it; the exit status. */
  public int run(CommandLine line, Console console) throws CommandException, IOException {
    List<String> words = line.words();
    String selector = line.text("selector").orElse("");
    String container = line.text("container").orElse("");
    if (words.isEmpty() && selector.isEmpty() || words.size() > 2) {
      throw usage(
          console,
          "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\n"
              + "POD or TYPE/NAME is a required argument for the logs command");
    }
    if (words.size() == 1 && !selector.isEmpty()) {
      throw usage(console, "only a selector (-l) or a POD name is allowed");
    }
    if (words.size() == 2) {
      container = words.get(1);
    }
    String namespace = line.text("namespace").orElse("default");
    Finder finder = new Finder(gather, console);
    if (!selector.isEmpty()) {
      PodLogs logs = logs(line, console, namespace, container);
      return selected(logs, finder, line, namespace, console);
    }
    // kubectl looks for the pod before it looks at the other flags.
    LogOptions.sinceTime(line);
    List<PodFinder.Pod> pods =
        new PodFinder(gather, finder, console, namespace).find(words.get(0), line.has("all-pods"));
    if (words.size() == 2 && line.isGiven("container")) {
      throw CommandException.error("only one of -c or an inline [CONTAINER] arg is allowed");
    }
    PodLogs logs = logs(line, console, namespace, container);
    logs.print(pods);
    return status(logs, finder);
  }

  private PodLogs logs(CommandLine line, Console console, String namespace, String container)
      throws CommandException {
    boolean all = line.has("all-containers");
    if (all && !container.isEmpty()) {
      throw CommandException.error(
          "--all-containers=true should not be specified with container name " + container);
    }
    LogOptions options = LogOptions.of(line, console.now());
    return new PodLogs(
        gather, console, options, namespace, container, all, line.has("ignore-errors"));
  }

  private int selected(
      PodLogs logs, Finder finder, CommandLine line, String namespace, Console console)
      throws CommandException, IOException {
    ResourceType type = gather.types().find("pods").orElseThrow();
    Selectors selectors = new Selectors(line.text("selector").orElse(""), "");
    List<Resource> pods = finder.list(selectors.query(type, Scope.of(namespace)));
    if (pods.isEmpty() && !finder.isLacking()) {
      console.complain("No resources found in " + namespace + " namespace.");
      return 0;
    }
    logs.print(pods.stream().map(PodFinder.Pod::of).toList());
    return status(logs, finder);
  }

  private static int status(PodLogs logs, Finder finder) throws IOException {
    boolean unanswered = finder.complainOfGaps();
    return logs.isComplete() && !unanswered ? 0 : 1;
  }

  private static CommandException usage(Console console, String message) {
    return CommandException.error(
        message + "\nSee '" + console.program() + " logs -h' for help and examples");
  }
}
