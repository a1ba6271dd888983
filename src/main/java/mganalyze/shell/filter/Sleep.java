package mganalyze.shell.filter;

import mganalyze.shell.Invocation;
import mganalyze.shell.Program;

/** {@code sleep}: in an archive no time passes. */
final class Sleep implements Program {
  @Override
  public int run(Invocation call) {
    return 0;
  }
}
