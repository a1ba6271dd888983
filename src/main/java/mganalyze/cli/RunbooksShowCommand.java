package mganalyze.cli;

import java.util.concurrent.Callable;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.Runbooks;
import mganalyze.runbook.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code runbooks show}: one runbook for the terminal. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a runbook.")
final class RunbooksShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "NAME", description = "The runbook's name.")
  private String name;

  @Mixin private RunbookOptions options = new RunbookOptions();

  RunbooksShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Runbooks runbooks = options.load(console);
    Runbook runbook =
        runbooks.find(name).orElseThrow(() -> new UsageException("no such runbook: " + name));
    print(runbook);
    return ExitStatus.OK.code();
  }

  private void print(Runbook runbook) {
    console.out().println(runbook.name());
    console.out().println();
    section("Component", runbook.component().orElse("-"));
    section("Severity", runbook.severity().map(severity -> severity.word()).orElse("-"));
    section(
        "Decided by", runbook.decides().isEmpty() ? "the alert's state alone" : runbook.decides());
    prose("Meaning", runbook.prose().meaning());
    prose("Impact", runbook.prose().impact());
    if (!runbook.steps().isEmpty()) {
      console.out().println("Diagnosis");
      for (Step step : runbook.steps()) {
        console.out().println("  " + step.number() + ". " + step.title());
        step.command().lines().forEach(line -> console.out().println("       " + line));
      }
      console.out().println();
    }
    prose("Mitigation", runbook.prose().mitigation());
  }

  private void section(String title, String text) {
    console.out().printf("%-12s %s%n", title + ":", text);
  }

  private void prose(String title, String text) {
    if (!text.isEmpty()) {
      console.out().println();
      console.out().println(title);
      text.lines().forEach(line -> console.out().println("  " + line));
      console.out().println();
    }
  }
}
