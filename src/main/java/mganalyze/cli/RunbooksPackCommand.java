package mganalyze.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import mganalyze.cases.CaseException;
import mganalyze.cases.GatherFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runbooks pack}: makes an archive of a gather that cases start from. */
@Command(
    name = "pack",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Packs a gather of the test data, its changes made, as an archive or a folder.")
final class RunbooksPackCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "GATHER", description = "A folder below testdata/gathers.")
  private Path gather;

  @Parameters(
      index = "1",
      paramLabel = "OUTPUT",
      description = "A name that ends with .tar.gz, .tgz or .tar; any other is a folder.")
  private Path output;

  @Override
  public Integer call() {
    try {
      GatherFolder folder = GatherFolder.read(gather);
      String name = output.toString();
      if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(output))) {
          folder.packTo(out);
        }
      } else if (name.endsWith(".tar")) {
        try (OutputStream out = Files.newOutputStream(output)) {
          folder.packTo(out);
        }
      } else {
        folder.copyTo(output);
      }
      return ExitStatus.OK.code();
    } catch (CaseException | IOException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
