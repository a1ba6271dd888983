package mganalyze.shell.filter;

import java.io.IOException;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.Program;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.regex.PatternException;

/**
 * A program in two steps, so that its arguments can be checked without running it.
 *
 * @param <S> what its arguments say
 */
abstract class Filter<S> implements Program {
  /** Exit status for a regular expression that is none. */
  private static final int BAD_PATTERN_STATUS = 2;

  /**
   * Reads the arguments.
   *
   * @throws UsageException if the real tool would reject them as well
   * @throws UnsupportedCommandException if only this one does
   */
  abstract S parse(String name, List<String> arguments);

  abstract int run(S settings, Invocation call) throws IOException;

  @Override
  public final int run(Invocation call) throws IOException {
    S settings;
    try {
      settings = parse(call.name(), call.arguments());
    } catch (UsageException e) {
      call.complain(call.name() + ": " + e.getMessage());
      return e.status();
    } catch (PatternException e) {
      call.complain(call.name() + ": " + e.getMessage());
      return badPatternStatus();
    }
    return run(settings, call);
  }

  /** The tool's exit status for a regular expression that is none. */
  int badPatternStatus() {
    return BAD_PATTERN_STATUS;
  }

  @Override
  public final void check(String name, List<String> arguments, boolean literal) {
    if (!literal) {
      return;
    }
    try {
      parse(name, arguments);
    } catch (UsageException | PatternException e) {
      throw new UnsupportedCommandException(name + ": " + e.getMessage());
    }
  }
}
