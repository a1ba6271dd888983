package mganalyze.shell.sed;

import mganalyze.shell.regex.Regex;

/** Which lines a command is for. */
sealed interface Address {
  boolean matches(SedRun run);

  /** A line by number; 0 only as the start of {@code 0,/expression/}. */
  record Line(long number) implements Address {
    @Override
    public boolean matches(SedRun run) {
      return run.lineNumber() == number;
    }
  }

  /** {@code $}. */
  record Last() implements Address {
    @Override
    public boolean matches(SedRun run) {
      return run.isLastLine();
    }
  }

  /** {@code first~step}. */
  record Step(long first, long step) implements Address {
    @Override
    public boolean matches(SedRun run) {
      long line = run.lineNumber();
      return step <= 0 ? line == first : line >= first && (line - first) % step == 0;
    }
  }

  /**
   * {@code /expression/}.
   *
   * @param regex null for the expression that was used last
   */
  record Matching(Regex regex) implements Address {
    @Override
    public boolean matches(SedRun run) {
      return run.regex(regex).isIn(run.text());
    }
  }

  /** {@code +count} or {@code ~multiple}, as the end of a range. */
  record Distance(long count, boolean isMultiple) implements Address {
    @Override
    public boolean matches(SedRun run) {
      throw new IllegalStateException("a distance is only the end of a range");
    }

    long endFrom(long line) {
      if (!isMultiple) {
        return line + count;
      }
      return count <= 0 ? line : (line + count - 1) / count * count;
    }
  }
}
