package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mganalyze.diagnosis.Placeholders.Bindings;
import mganalyze.diagnosis.Placeholders.Values;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.gather.Gather;
import mganalyze.oc.Oc;
import mganalyze.oc.get.TemplateFiles;
import mganalyze.runbook.PlaceholderText;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.Step;
import mganalyze.shell.Memory;
import mganalyze.shell.Program;
import mganalyze.shell.Result;
import mganalyze.shell.Shell;
import mganalyze.shell.ShellLimits;

/**
 * Runs the commands of runbooks offline. Many runbooks ask the same, so what a command printed with
 * the same variables is remembered. Its whole surroundings must be the same: which runbook comes
 * first is not known, and must not show.
 */
public final class StepRunner {
  private final Gather gather;
  private final Map<String, Program> programs;
  private final Map<Asked, Answered> answers = new ConcurrentHashMap<>();

  private record Asked(String command, Memory before) {}

  private record Answered(RunText text, Memory after) {}

  public StepRunner(Gather gather) {
    this(gather, programs(gather, TemplateFiles.NONE));
  }

  StepRunner(Gather gather, Map<String, Program> programs) {
    this.gather = gather;
    this.programs = programs;
  }

  /**
   * The programs that command lines find besides the filters.
   *
   * @param files what {@code -o jsonpath-file=} reads
   */
  public static Map<String, Program> programs(Gather gather, TemplateFiles files) {
    NodeJournals journals = new NodeJournals(gather);
    Program oc = new Oc(gather, journals, files);
    Program journal = new JournalProgram(journals);
    return Map.of("oc", oc, "kubectl", oc, "journalctl", journal, "systemctl", journal);
  }

  /**
   * Runs the steps of one runbook.
   *
   * @param alertLabels labels of each active instance of its alert
   */
  List<StepResult> run(Runbook runbook, List<Map<String, String>> alertLabels) {
    One one = new One(runbook, alertLabels);
    List<StepResult> results = new ArrayList<>();
    for (Step step : runbook.steps()) {
      results.add(new StepResult(step.number(), step.title(), step.command(), one.runs(step)));
    }
    return results;
  }

  /** The steps of a runbook whose component the cluster does not have. */
  List<StepResult> notRun(Runbook runbook) {
    List<StepResult> results = new ArrayList<>();
    for (Step step : runbook.steps()) {
      List<StepResult.Run> runs =
          List.of(
              notRun(
                  step.command(),
                  Outcome.NO_DATA,
                  "not run, since the runbook does not apply to this cluster"));
      results.add(new StepResult(step.number(), step.title(), step.command(), runs));
    }
    return results;
  }

  private static StepResult.Run notRun(String command, Outcome outcome, String detail) {
    return new StepResult.Run(command, outcome, "", false, List.of(), Optional.of(detail));
  }

  private RunText answer(String command, Shell shell) {
    Asked asked = new Asked(command, shell.memory());
    Answered known = answers.get(asked);
    if (known == null) {
      RunText text = text(command, Variables.fill(command, asked.before().variables()), shell);
      known = new Answered(text, shell.memory());
      answers.put(asked, known);
    } else {
      shell.recall(known.after());
    }
    return known.text();
  }

  private RunText text(String command, String shown, Shell shell) {
    try {
      Result result = shell.run(command);
      return RunText.of(shown, result, word -> gather.types().find(word).isPresent());
    } catch (RuntimeException e) {
      // One command's fault must not cost the user the report.
      return RunText.fault(shown, e);
    }
  }

  /** One runbook from its first step to its last; variables and what was printed live on. */
  private final class One {
    private final Shell shell = new Shell(programs, ShellLimits.defaults(), gather.time());
    private final Placeholders placeholders;

    /** The steps that gave variables their values. */
    private final Map<String, Integer> assignedBy = new HashMap<>();

    One(Runbook runbook, List<Map<String, String>> alertLabels) {
      this.placeholders = new Placeholders(runbook, gather, alertLabels);
    }

    List<StepResult.Run> runs(Step step) {
      if (step.kind() == Step.Kind.QUERY) {
        return List.of(
            notRun(
                Variables.fill(step.command(), shell.variables()),
                Outcome.MANUAL,
                "a query for the web console of the cluster: Observe, Metrics"));
      }
      if (step.kind() == Step.Kind.INSIDE) {
        return List.of(
            notRun(
                step.command(),
                Outcome.MANUAL,
                "to be typed at the prompt that the step before opens on the cluster"));
      }
      Map<String, String> unset = new LinkedHashMap<>();
      for (String name : Variables.needed(step.command())) {
        if (shell.variables().getOrDefault(name, "").isBlank()) {
          Integer by = assignedBy.get(name);
          if (by != null && StepCommand.asksCluster(step.command())) {
            return List.of(empty(step, name, by));
          }
          unset.put(name, name);
        }
      }
      boolean asksForVariables = !unset.isEmpty() && StepCommand.asksCluster(step.command());
      List<String> names = new ArrayList<>(PlaceholderText.names(step.command()));
      if (asksForVariables) {
        names.addAll(unset.keySet());
      }
      return names.isEmpty() ? List.of(plain(step)) : filled(step, names, unset.keySet());
    }

    private StepResult.Run empty(Step step, String variable, int by) {
      Optional<StepResult.Run> refused = refused(step.command());
      return refused.orElseGet(
          () ->
              notRun(
                  Variables.fill(step.command(), shell.variables()),
                  Outcome.NO_DATA,
                  "$" + variable + " is empty: step " + by + " found nothing for it"));
    }

    /** The same whatever is filled in: a command that needs a live cluster. */
    private Optional<StepResult.Run> refused(String command) {
      return Refused.check(command, programs)
          .map(
              refusal ->
                  notRun(
                      Variables.fill(command, shell.variables()),
                      refusal.outcome(),
                      refusal.message()));
    }

    private StepResult.Run plain(Step step) {
      Map<String, String> before = Map.copyOf(shell.variables());
      RunText text = answer(step.command(), shell);
      shell
          .variables()
          .forEach(
              (name, value) -> {
                if (!value.equals(before.get(name)) || Variables.sets(step.command(), name)) {
                  assignedBy.put(name, step.number());
                }
              });
      placeholders.see(step.command(), text.outcome() == Outcome.RAN ? text.output() : "");
      return text.run("");
    }

    private List<StepResult.Run> filled(Step step, List<String> names, Set<String> variables) {
      Bindings bindings = placeholders.bind(names, step.command(), shell);
      if (bindings.all().isEmpty()) {
        StepResult.Run run =
            notRun(
                Variables.fill(step.command(), shell.variables()),
                bindings.why(),
                shown(bindings.note(), variables));
        return List.of(refused(step.command()).orElse(run));
      }
      List<StepResult.Run> runs = new ArrayList<>();
      List<String> printed = new ArrayList<>();
      boolean isOnly = bindings.all().size() == 1;
      for (Values values : bindings.all()) {
        // One value of a variable holds for the steps that follow; of several, none does.
        Shell own = isOnly ? shell : shell.copy();
        variables.forEach(name -> own.assign(name, values.byName().getOrDefault(name, "")));
        RunText text =
            answer(StepCommand.fill(step.command(), values, String.join("", variables)), own);
        runs.add(text.run(runs.isEmpty() ? bindings.note() : ""));
        printed.add(text.outcome() == Outcome.RAN ? text.output() : "");
      }
      printed.forEach(output -> placeholders.see(step.command(), output));
      return runs;
    }

    private static String shown(String note, Set<String> variables) {
      String text = note;
      for (String name : variables) {
        text = text.replace("<" + name + ">", "$" + name);
      }
      return text;
    }
  }
}
