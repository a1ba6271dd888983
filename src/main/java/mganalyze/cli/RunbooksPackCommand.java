package mganalyze.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mganalyze.cases.CaseException;
import mganalyze.cases.GatherFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runbooks pack}: the gather of a test as an archive, to be looked at like any other. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description =
        "Writes a test's base gather, with the changes of its gather.yaml, as a tar archive.")
final class RunbooksPackCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = "A folder such as testdata/gathers/broken.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "FILE", description = "The archive to write.")
  private Path file;

  RunbooksPackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      GatherFolder gather = GatherFolder.read(folder);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        gather.packTo(out);
      }
    } catch (CaseException e) {
      throw new UsageException(e.getMessage());
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be written: " + e.getMessage());
    }
    console.out().println(file);
    return ExitStatus.OK.code();
  }
}
