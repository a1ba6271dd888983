package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import mganalyze.diagnosis.Placeholders.Bindings;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.gather.Gather;
import mganalyze.oc.Oc;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.Step;
import mganalyze.shell.Program;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellLimits;

/**
 * Runs the commands of runbooks offline. Many runbooks ask the same, so what a command printed with
 * the same variables is remembered.
 */
public final class StepRunner {
  private final Gather gather;
  private final Map<String, Program> programs;
  private final Map<Asked, Answered> answers = new ConcurrentHashMap<>();

  private record Asked(String command, Map<String, String> variables) {}

  private record Answered(RunText text, Map<String, String> variables) {}

  public StepRunner(Gather gather) {
    this.gather = gather;
    this.programs = programs(gather);
  }

  /** The programs that command lines find besides the filters. */
  public static Map<String, Program> programs(Gather gather) {
    Program oc = new Oc(gather);
    return Map.of("oc", oc, "kubectl", oc);
  }

  List<StepResult> run(Runbook runbook) {
    Shell shell = new Shell(programs, ShellLimits.defaults(), gather.time());
    Placeholders placeholders = new Placeholders(runbook, gather);
    List<StepResult> results = new ArrayList<>();
    for (Step step : runbook.steps()) {
      results.add(
          new StepResult(
              step.number(), step.title(), step.command(), runs(step, shell, placeholders)));
    }
    return results;
  }

  private List<StepResult.Run> runs(Step step, Shell shell, Placeholders placeholders) {
    List<String> names = Placeholders.in(step.command());
    if (names.isEmpty()) {
      StepResult.Run run = answer(step.command(), shell).run(Optional.empty());
      placeholders.see(step.command(), run.output());
      return List.of(run);
    }
    Bindings bindings = placeholders.bind(names, shell);
    if (bindings.tuples().isEmpty()) {
      return List.of(
          new StepResult.Run(
              step.command(), Outcome.NO_DATA, "", false, List.of(), Optional.of(bindings.note())));
    }
    List<StepResult.Run> runs = new ArrayList<>();
    for (Map<String, String> values : bindings.tuples()) {
      StepResult.Run run =
          answer(Placeholders.fill(step.command(), values), shell.copy())
              .run(
                  runs.isEmpty() && !bindings.note().isEmpty()
                      ? Optional.of(bindings.note())
                      : Optional.empty());
      placeholders.see(step.command(), run.output());
      runs.add(run);
    }
    return runs;
  }

  private RunText answer(String command, Shell shell) {
    Asked asked = new Asked(command, new TreeMap<>(shell.variables()));
    Answered known = answers.get(asked);
    if (known == null) {
      Result result = shell.run(command);
      known =
          new Answered(
              RunText.of(VariableText.fill(command, asked.variables()), result),
              new TreeMap<>(shell.variables()));
      answers.put(asked, known);
    } else {
      known.variables().forEach(shell::assign);
    }
    return known.text();
  }

  /** The steps of a runbook whose component the cluster does not have. */
  List<StepResult> notRun(Runbook runbook) {
    List<StepResult> results = new ArrayList<>();
    for (Step step : runbook.steps()) {
      StepResult.Run run =
          new StepResult.Run(
              step.command(),
              Outcome.NO_DATA,
              "",
              false,
              List.of(),
              Optional.of("not run, since the runbook does not apply to this cluster"));
      results.add(new StepResult(step.number(), step.title(), step.command(), List.of(run)));
    }
    return results;
  }
}
