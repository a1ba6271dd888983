package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.gather.Gather;
import mganalyze.runbook.Runbook;
import mganalyze.runbook.Step;

/** Runs the commands of runbooks offline. */
final class StepRunner {
  private final Gather gather;

  StepRunner(Gather gather) {
    this.gather = gather;
  }

  List<StepResult> run(Runbook runbook) {
    return notRun(runbook);
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
