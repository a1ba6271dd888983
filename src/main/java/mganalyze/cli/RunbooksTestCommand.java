package mganalyze.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mganalyze.cases.CaseSuite;
import mganalyze.runbook.Mistake;
import mganalyze.runbook.Runbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runbooks test}: tries runbooks on the cases that their authors wrote. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Tries runbooks on cases: small changes to a gather, and the verdict that is expected.",
      "Silent if all pass; a case that fails shows what was expected beside what came."
    })
final class RunbooksTestCommand implements Callable<Integer> {
  private static final Path CASES = Path.of("testdata", "runbooks");
  private static final Path RUNBOOKS = Path.of("runbooks");

  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files or folders of cases, .yaml; testdata/runbooks if there is none.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = {"-r", "--runbooks"},
      paramLabel = "PATH",
      description =
          "Runbooks to try, a file or a folder of .md; the folder runbooks, where there is one, over the built-in ones. Repeatable.")
  private List<Path> runbookPaths = new ArrayList<>();

  RunbooksTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      Runbooks runbooks = runbooks();
      CaseSuite suite = CaseSuite.read(casePaths(), runbooks);
      List<Mistake> mistakes = new ArrayList<>(runbooks.mistakes());
      mistakes.addAll(suite.mistakes());
      mistakes.forEach(mistake -> console.err().println(mistake));
      List<CaseSuite.Failure> failures = suite.run();
      for (CaseSuite.Failure failure : failures) {
        console.out().println("FAIL " + failure.file() + ": " + failure.name());
        console.out().print(failure.text());
      }
      if (!failures.isEmpty()) {
        console.out().println(failures.size() + " of " + suite.cases().size() + " cases failed");
      }
      if (!mistakes.isEmpty()) {
        return ExitStatus.NOTHING_ANALYZED.code();
      }
      return failures.isEmpty() ? ExitStatus.OK.code() : ExitStatus.FAIL_ON_MET.code();
    } catch (IOException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private List<Path> casePaths() {
    if (!paths.isEmpty()) {
      return paths;
    }
    if (!Files.isDirectory(CASES)) {
      throw new UsageException(
          "runbooks test: name files of cases; there is no " + CASES + " here");
    }
    return List.of(CASES);
  }

  private Runbooks runbooks() throws IOException {
    Runbooks runbooks = Runbooks.builtIn();
    if (runbookPaths.isEmpty() && Files.isDirectory(RUNBOOKS)) {
      runbooks.add(RUNBOOKS);
    }
    for (Path path : runbookPaths) {
      runbooks.add(path);
    }
    return runbooks;
  }
}
