package mganalyze.shell.filter;

import mganalyze.shell.Invocation;
import mganalyze.shell.Program;

/** {@code true} and {@code false}. */
final class Constant implements Program {
  @Override
  public int run(Invocation call) {
    return call.name().equals("true") ? 0 : 1;
  }
}
