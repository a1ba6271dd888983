package mganalyze.diagnosis;

import java.util.Map;
import java.util.Optional;
import mganalyze.diagnosis.StepResult.Outcome;
import mganalyze.shell.NeedsClusterException;
import mganalyze.shell.Program;
import mganalyze.shell.Refusal;
import mganalyze.shell.UnsupportedCommandException;

/** What keeps a command from running here, whatever its placeholders stand for. */
record Refused(Outcome outcome, String message) {
  static Optional<Refused> check(String command, Map<String, Program> programs) {
    try {
      StepCommand.script(command).ifPresent(script -> script.check(programs));
      return Optional.empty();
    } catch (NeedsClusterException e) {
      boolean isManual = e.kind() == Refusal.Kind.MANUAL;
      return Optional.of(
          new Refused(isManual ? Outcome.MANUAL : Outcome.NEEDS_LIVE_CLUSTER, e.getMessage()));
    } catch (UnsupportedCommandException e) {
      return Optional.of(new Refused(Outcome.UNSUPPORTED, e.getMessage()));
    }
  }
}
