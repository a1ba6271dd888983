package mganalyze.shell.sed;

/**
 * The addresses of a command.
 *
 * @param from null for every line
 * @param to null where there is no range
 * @param number of the command, under which a run remembers where the range ends
 */
record Selector(Address from, Address to, boolean isNegated, int number) {
  boolean selects(SedRun run) {
    return isNegated != isSelected(run);
  }

  private boolean isSelected(SedRun run) {
    if (from == null) {
      return true;
    }
    if (to == null) {
      return from.matches(run);
    }
    long line = run.lineNumber();
    Long end = run.rangeEnd(number);
    if (end == null && from instanceof Address.Line first && first.number() == 0 && line == 1) {
      end = Long.MAX_VALUE;
    }
    if (end == null) {
      return starts(line, run);
    }
    if (end != Long.MAX_VALUE) {
      run.rangeEnd(number, line >= end ? null : end);
      return line <= end || starts(line, run);
    }
    run.rangeEnd(number, to.matches(run) ? null : Long.valueOf(Long.MAX_VALUE));
    return true;
  }

  private boolean starts(long line, SedRun run) {
    if (!from.matches(run)) {
      return false;
    }
    long end = Long.MAX_VALUE;
    if (to instanceof Address.Line last) {
      end = last.number();
    } else if (to instanceof Address.Distance distance) {
      end = distance.endFrom(line);
    }
    run.rangeEnd(number, end <= line ? null : Long.valueOf(end));
    return true;
  }

  /** Whether the line is the last one of its range, so far as is known; true without a range. */
  boolean isAtEnd(SedRun run) {
    return to == null || isNegated || run.rangeEnd(number) == null;
  }
}
