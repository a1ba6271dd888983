package mganalyze.shell.awk;

import java.util.Optional;

/**
 * A pattern with its action.
 *
 * @param until the end of a range of records
 * @param number of the rule, under which a run remembers whether it is within the range
 */
record Rule(
    Optional<Expression> pattern, Optional<Expression> until, Statement action, int number) {
  boolean appliesTo(AwkRun run) {
    if (pattern.isEmpty()) {
      return true;
    }
    if (until.isEmpty()) {
      return pattern.get().evaluate(run).isTrue();
    }
    if (!run.isInRange(number) && !pattern.get().evaluate(run).isTrue()) {
      return false;
    }
    run.inRange(number, !until.get().evaluate(run).isTrue());
    return true;
  }
}
