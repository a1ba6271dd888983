package mganalyze.cli;

import picocli.CommandLine.Command;

/** The commands for runbooks and their authors. */
@Command(
    name = "runbooks",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, checks and tests runbooks.")
final class RunbooksCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageException(
        "runbooks: one of list, show, check, test is wanted; see mg-analyze runbooks --help");
  }
}
