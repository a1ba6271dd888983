package mganalyze.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mganalyze.runbook.Mistake;
import mganalyze.runbook.Runbooks;
import picocli.CommandLine.Option;

/** Which runbooks a call uses. */
final class RunbookOptions {
  @Option(
      names = {"-r", "--runbooks"},
      paramLabel = "PATH",
      description =
          "More runbooks, a file or a folder of .md; one of the same name replaces the built-in one. Repeatable.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Run only these runbooks.")
  private List<String> only = new ArrayList<>();

  /** Loads them; throws {@link UsageException} for a path or a name that is none. */
  Runbooks load(Console console) {
    Runbooks runbooks = Runbooks.builtIn();
    for (Path path : paths) {
      try {
        runbooks.add(path);
      } catch (IOException e) {
        throw new UsageException(e.getMessage());
      }
    }
    for (Mistake mistake : runbooks.mistakes()) {
      console.error(mistake.toString());
    }
    if (!runbooks.mistakes().isEmpty()) {
      throw new UsageException(
          "nothing was analyzed, since a runbook cannot be used ("
              + runbooks.mistakes().get(0).file()
              + ")");
    }
    if (!only.isEmpty()) {
      List<String> unknown = runbooks.keepOnly(only);
      if (!unknown.isEmpty()) {
        throw new UsageException("--only: no such runbook: " + String.join(", ", unknown));
      }
    }
    return runbooks;
  }
}
