package mganalyze.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mganalyze.runbook.Mistake;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.RunbookCheck;
import mganalyze.runbook.Runbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runbooks check}: every mistake in runbooks, with file, place and reason. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reports every mistake in runbooks; silent if there is none.")
final class RunbooksCheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files or folders of .md; the built-in runbooks if there is none.")
  private List<Path> paths = new ArrayList<>();

  RunbooksCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Runbooks runbooks = paths.isEmpty() ? Runbooks.builtIn() : Runbooks.none();
    for (Path path : paths) {
      try {
        runbooks.add(path);
      } catch (IOException e) {
        throw new UsageException(e.getMessage());
      }
    }
    List<Mistake> mistakes = new ArrayList<>(runbooks.mistakes());
    mistakes.addAll(RunbookCheck.mistakesOfPrelude());
    for (Runbook runbook : runbooks.all()) {
      mistakes.addAll(RunbookCheck.mistakes(runbook));
    }
    mistakes.forEach(mistake -> console.err().println(mistake));
    return mistakes.isEmpty() ? ExitStatus.OK.code() : ExitStatus.NOTHING_ANALYZED.code();
  }
}
