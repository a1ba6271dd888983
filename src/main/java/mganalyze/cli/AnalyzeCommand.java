package mganalyze.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mganalyze.diagnosis.Diagnosis;
import mganalyze.diagnosis.Report;
import mganalyze.diagnosis.RunbookResult;
import mganalyze.finding.Problem;
import mganalyze.finding.Severity;
import mganalyze.finding.Verdict;
import mganalyze.report.LeftoverException;
import mganalyze.report.Summary;
import mganalyze.runbook.Runbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyzes archives: the default command. */
@Command(
    name = "mg-analyze",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Runs the OpenShift Virtualization runbooks offline against must-gather archives and writes a report for each.",
      "An archive is .tar.gz, .tar, .tar.xz, .tar.zst, .tar.bz2, .zip, an unpacked directory, or - for standard input."
    },
    footer = {
      "",
      "Exit status: 0 analyzed; 1 --fail-on was met; 2 nothing was analyzed; 3 an archive was damaged or cut short; 4 a fault of the program."
    })
final class AnalyzeCommand implements Callable<Integer> {
  private final Console console;
  private final HeadStart start;

  @Parameters(arity = "0..*", paramLabel = "ARCHIVE", description = "The must-gathers to analyze.")
  private List<String> archives = new ArrayList<>();

  @Mixin private ReportOptions reports = new ReportOptions();

  @Mixin private RunbookOptions runbookOptions = new RunbookOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "Exit 1 if a confirmed runbook has this severity (info, warning, critical) or a higher one.")
  private String failOn;

  @Option(
      names = {"-q", "--quiet"},
      description = "Less on standard error: no progress, no warnings.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "More on standard error: times, every problem, stack traces.")
  private boolean verbose;

  @Option(
      names = "--no-color",
      description = "No colours; also if NO_COLOR is set or the output is no terminal.")
  private boolean noColor;

  AnalyzeCommand(Console console, HeadStart start) {
    this.console = console;
    this.start = start;
  }

  @Override
  public Integer call() {
    if (archives.isEmpty()) {
      throw new UsageException("no archive was named; see mg-analyze --help");
    }
    Optional<Severity> level = level();
    reports.prepare();
    // The runbooks are parsed while the first archive is read.
    CompletableFuture<Runbooks> runbooks =
        CompletableFuture.supplyAsync(() -> runbookOptions.load(console));
    ExitStatus status = ExitStatus.OK;
    for (String archive : archives) {
      status = status.and(analyze(archive, runbooks, level));
    }
    return status.code();
  }

  private Optional<Severity> level() {
    if (failOn == null) {
      return Optional.empty();
    }
    Optional<Severity> level = Severity.of(failOn);
    if (level.isEmpty()) {
      throw new UsageException("--fail-on: '" + failOn + "' is none of info, warning, critical");
    }
    return level;
  }

  private ExitStatus analyze(
      String argument, CompletableFuture<Runbooks> runbooks, Optional<Severity> level) {
    Stopwatch watch = new Stopwatch();
    try (OpenArchive archive = start.open(argument, ProgressLine.of(console, argument, quiet))) {
      watch.lap("read");
      Report report =
          new Diagnosis(archive.gather(), archive.facts())
              .run(await(runbooks).all(), Version.number());
      watch.lap("judged");
      warn(report);
      ReportOptions.Written written = reports.write(argument, report);
      watch.lap("written");
      if (verbose) {
        console.note(argument + ": " + watch);
      }
      console
          .out()
          .print(Summary.of(written.report(), written.files(), Console.wantsColor(noColor)));
      console.out().flush();
      ExitStatus status = report.archive().complete() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
      return isMet(report, level) ? ExitStatus.FAIL_ON_MET.and(status) : status;
    } catch (LeftoverException e) {
      console.error("fault of mg-analyze: " + argument + ": " + e.getMessage());
      return ExitStatus.FAULT;
    } catch (IOException e) {
      console.error(CommandLineProgram.firstLine(String.valueOf(e.getMessage())));
      if (verbose) {
        e.printStackTrace(console.err());
      }
      return ExitStatus.NOTHING_ANALYZED;
    } catch (UsageException e) {
      throw e;
    } catch (RuntimeException e) {
      // The other archives of the call are still to be analyzed.
      console.error("fault of mg-analyze: " + argument + ": " + e);
      if (verbose) {
        e.printStackTrace(console.err());
      }
      return ExitStatus.FAULT;
    }
  }

  private static Runbooks await(CompletableFuture<Runbooks> runbooks) {
    try {
      return runbooks.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void warn(Report report) {
    if (quiet) {
      return;
    }
    int shown = 0;
    for (Problem problem : report.archive().problems()) {
      boolean matters =
          problem.kind().makesIncomplete()
              || report.archive().otherClusters().contains(problem.path());
      if (verbose || (matters && shown < 5)) {
        console.warn(problem);
        shown++;
      }
    }
  }

  private static boolean isMet(Report report, Optional<Severity> level) {
    if (level.isEmpty()) {
      return false;
    }
    for (RunbookResult runbook : report.runbooks()) {
      boolean high =
          runbook.severity().filter(severity -> severity.compareTo(level.get()) >= 0).isPresent();
      if (runbook.verdict() == Verdict.CONFIRMED && high) {
        return true;
      }
    }
    return false;
  }
}
