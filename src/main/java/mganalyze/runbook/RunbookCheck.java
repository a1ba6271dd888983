package mganalyze.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mganalyze.gather.ResourceType;
import mganalyze.gather.TypeTable;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * The slow half of checking a runbook, which only its author needs: that its programs are jq, that
 * the functions they call are there, and that the types they read are.
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
      Prelude.everything();
      return List.of();
    } catch (JsonQueryException e) {
      return List.of(new Mistake("runbooks/prelude.jq", "definition", CheckProgram.oneLine(e)));
    }
  }

  /** All further mistakes of a runbook that could be parsed. */
  public static List<Mistake> mistakes(Runbook runbook) {
    RunbookCheck check = new RunbookCheck(runbook);
    Set<String> types = typeWords();
    for (Check one : runbook.checks()) {
      check.checkProgram(one);
      for (Input input : one.inputs()) {
        check.checkType(one, input, types);
      }
    }
    for (Bind bind : runbook.binds()) {
      String what = "bind " + String.join(", ", bind.names());
      check.checkCommand(bind.place().line(), what, bind.command());
    }
    for (Step step : runbook.steps()) {
      if (step.kind() == Step.Kind.COMMAND) {
        check.checkCommand(step.line(), "step " + step.number(), step.command());
      }
    }
    return List.copyOf(check.mistakes);
  }

  private void mistake(Check check, String reason) {
    mistakes.add(
        new Mistake(
            runbook.file(), "line " + check.place().line(), "check " + check.id() + ": " + reason));
  }

  private void checkProgram(Check check) {
    try {
      CheckProgram.parse(check.jq());
    } catch (InputException e) {
      mistake(check, e.getMessage());
      return;
    }
    Scope scope;
    try {
      scope = Prelude.everything();
    } catch (JsonQueryException e) {
      // Said of the shared functions already.
      return;
    }
    for (JqCalls.Call call : JqCalls.in(check.jq())) {
      if (scope.getFunction(call.name(), call.arguments()) == null) {
        mistake(check, "there is no function " + call.name() + "/" + call.arguments());
      }
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
  private void checkType(Check check, Input input, Set<String> types) {
    Input.Objects objects =
        input instanceof Input.LogLines lines
            ? lines.pods()
            : input instanceof Input.Objects own ? own : null;
    if (objects != null && !objects.type().contains(".") && !types.contains(objects.type())) {
      mistake(
          check,
          "input "
              + input.name()
              + ": no such type: '"
              + objects.type()
              + "'"
              + Spelling.suggestion(objects.type(), types));
    }
  }

  private void checkCommand(int line, String what, String command) {
    CommandCheck.mistake(command)
        .ifPresent(
            reason ->
                mistakes.add(new Mistake(runbook.file(), "line " + line, what + ": " + reason)));
  }
}
