package mganalyze.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mganalyze.diagnosis.Report;
import mganalyze.report.NoReportException;
import mganalyze.report.ReportReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code render}: other formats from a saved report. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = "Writes other formats of a saved report, the same bytes as the first time.")
final class RenderCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "REPORT.json", description = "A report that was saved as JSON.")
  private Path saved;

  @Mixin private ReportOptions reports = new ReportOptions();

  RenderCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    reports.prepare();
    Report report;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(saved))) {
      report = ReportReader.read(in);
    } catch (NoReportException e) {
      throw new UsageException(saved + ": no saved report: " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new UsageException(saved + ": no such file");
    } catch (IOException e) {
      throw new UsageException(saved + ": cannot be read: " + e.getMessage());
    }
    reports
        .write(report.archive().name(), report)
        .files()
        .forEach(file -> console.out().println(file));
    return ExitStatus.OK.code();
  }
}
