package mganalyze.cli;

import java.util.concurrent.Callable;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.RunbookTable;
import mganalyze.runbook.Runbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runbooks list}: one line for each runbook. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Prints a table of the runbooks: name, component, severity, what decides it.")
final class RunbooksListCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--markdown",
      description =
          "The longer table for a README: what each runbook reads and which verdicts it can give.")
  private boolean markdown;

  @Mixin private RunbookOptions options = new RunbookOptions();

  RunbooksListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Runbooks runbooks = options.load(console);
    if (markdown) {
      console.out().print(RunbookTable.markdown(runbooks.all()));
      return ExitStatus.OK.code();
    }
    int width =
        runbooks.all().stream().mapToInt(runbook -> runbook.name().length()).max().orElse(0);
    console
        .out()
        .printf(
            "%-" + Math.max(4, width) + "s  %-9s  %-8s  %s%n",
            "NAME",
            "COMPONENT",
            "SEVERITY",
            "DECIDED BY");
    for (Runbook runbook : runbooks.all()) {
      console
          .out()
          .printf(
              "%-" + Math.max(4, width) + "s  %-9s  %-8s  %s%n",
              runbook.name(),
              runbook.component().orElse("-"),
              runbook.severity().map(severity -> severity.word()).orElse("-"),
              runbook.decides().isEmpty() ? "the alert's state alone" : runbook.decides());
    }
    return ExitStatus.OK.code();
  }
}
