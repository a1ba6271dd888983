package mganalyze.runbook;

import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * The slow half of checking a runbook, which only its author needs: that its programs are jq and
 * its commands can be read.
 */
public final class RunbookCheck {
  private RunbookCheck() {}

  /** What is wrong in the functions that all checks share. */
  public static List<Mistake> mistakesOfPrelude() {
    try {
      Prelude.check();
      return List.of();
    } catch (JsonQueryException e) {
      return List.of(new Mistake("runbooks/prelude.jq", "definition", CheckProgram.oneLine(e)));
    }
  }

  /** All further mistakes of a runbook that could be parsed. */
  public static List<Mistake> mistakes(Runbook runbook) {
    List<Mistake> mistakes = new ArrayList<>();
    for (Check check : runbook.checks()) {
      try {
        CheckProgram.parse(check.jq());
      } catch (InputException e) {
        mistakes.add(
            new Mistake(
                runbook.file(),
                "line " + check.line(),
                "check " + check.id() + ": " + e.getMessage()));
      }
    }
    for (Bind bind : runbook.binds()) {
      String what = "bind " + String.join(", ", bind.names());
      check(runbook, bind.line(), what, bind.command(), mistakes);
    }
    for (Step step : runbook.steps()) {
      if (step.kind() == Step.Kind.COMMAND) {
        check(runbook, step.line(), "step " + step.number(), step.command(), mistakes);
      }
    }
    return mistakes;
  }

  private static void check(
      Runbook runbook, int line, String what, String command, List<Mistake> mistakes) {
    CommandCheck.mistake(command)
        .ifPresent(
            reason ->
                mistakes.add(new Mistake(runbook.file(), "line " + line, what + ": " + reason)));
  }
}
