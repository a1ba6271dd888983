package mganalyze.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mganalyze.gather.ResourceType;
import mganalyze.gather.TypeTable;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * The slow half of checking a runbook, which only its author needs: that its programs are jq, that
 * the functions they call and the types they read are there, and that its commands can be read.
 */
public final class RunbookCheck {
  private final Runbook runbook;
  private final List<Mistake> mistakes = new ArrayList<>();

  private RunbookCheck(Runbook runbook) {
    this.runbook = runbook;
  }

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
    RunbookCheck all = new RunbookCheck(runbook);
    Set<String> types = typeWords();
    for (Check check : runbook.checks()) {
      String what = "check " + check.id();
      all.checkProgram(check, what);
      for (Input input : check.inputs()) {
        all.checkType(check, what, input, types);
      }
    }
    for (Bind bind : runbook.binds()) {
      all.checkCommand(bind.line(), "bind " + String.join(", ", bind.names()), bind.command());
    }
    for (Step step : runbook.steps()) {
      if (step.kind() == Step.Kind.COMMAND) {
        all.checkCommand(step.line(), "step " + step.number(), step.command());
      }
    }
    return List.copyOf(all.mistakes);
  }

  private void mistake(int line, String what, String reason) {
    mistakes.add(new Mistake(runbook.file(), "line " + line, what + ": " + reason));
  }

  private void checkCommand(int line, String what, String command) {
    CommandCheck.mistake(command).ifPresent(reason -> mistake(line, what, reason));
  }

  private void checkProgram(Check check, String what) {
    try {
      CheckProgram.parse(check.jq());
      Scope scope = Prelude.scope(Prelude.needed(check.jq()), Map.of());
      for (JqCalls.Call call : JqCalls.in(check.jq())) {
        if (scope.getFunction(call.name(), call.arguments()) == null) {
          mistake(
              check.line(), what, "there is no function " + call.name() + "/" + call.arguments());
        }
      }
    } catch (InputException e) {
      mistake(check.line(), what, e.getMessage());
    } catch (JsonQueryException e) {
      mistake(check.line(), what, CheckProgram.oneLine(e));
    }
  }

  private static Set<String> typeWords() {
    Set<String> words = new HashSet<>();
    for (ResourceType type : TypeTable.load()) {
      words.add(type.plural());
      words.add(type.singular());
      words.addAll(type.shortNames());
    }
    return words;
  }

  /** What has a group in its name may be a type that only its cluster knows. */
  private void checkType(Check check, String what, Input input, Set<String> types) {
    Input.Objects objects =
        input instanceof Input.LogLines lines
            ? lines.pods()
            : input instanceof Input.Objects own ? own : null;
    if (objects != null && !objects.type().contains(".") && !types.contains(objects.type())) {
      String suggestion = Spelling.suggestion(objects.type(), types);
      mistake(
          check.line(),
          what,
          "input " + input.name() + ": no such type: '" + objects.type() + "'" + suggestion);
    }
  }
}
