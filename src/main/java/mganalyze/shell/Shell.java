package mganalyze.shell;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs command lines. Variables live on from one to the next. Not for several threads at once; a
 * {@link #copy} is independent.
 */
public final class Shell {
  private static final int LONGEST_WAIT = 1 << 16;

  private final Map<String, Program> programs;
  private final ShellLimits limits;
  private final Instant now;
  private State state;
  private boolean exited;

  /**
   * @param programs by name, besides the built-in filters, which they may replace
   * @param now the time of the gather
   */
  public Shell(Map<String, Program> programs, ShellLimits limits, Instant now) {
    this(programs, limits, now, new State());
  }

  private Shell(Map<String, Program> programs, ShellLimits limits, Instant now, State state) {
    this.programs = Map.copyOf(programs);
    this.limits = limits;
    this.now = now;
    this.state = state;
  }

  /** A shell that starts with this one's variables and has its own from there on. */
  public Shell copy() {
    return new Shell(programs, limits, now, new State(state));
  }

  /** The variables, read only. */
  public Map<String, String> variables() {
    return Collections.unmodifiableMap(state.variables());
  }

  public void assign(String name, String value) {
    state.variables().put(name, value);
  }

  /** What it would start the next command line with. */
  public Memory memory() {
    return state.memory();
  }

  /** Goes on as the shell would from which the memory was taken. */
  public void recall(Memory memory) {
    state = new State(memory);
  }

  /** Whether the last line said {@code exit}. */
  public boolean hasExited() {
    return exited;
  }

  /**
   * Reads a command line, or several.
   *
   * @throws ShellSyntaxException if it is none
   * @throws UnsupportedCommandException if it uses grammar that is not interpreted, such as a
   *     redirection to a file
   */
  public static Script parse(String text) {
    return Script.parse(text);
  }

  /**
   * Whether a command line goes on in the next line: after a backslash or a pipe, inside quotes, a
   * substitution, a loop or a here-document. One of more than 64 Ki characters is never waited for.
   */
  public static boolean isOpen(CharSequence commandLine) {
    if (commandLine.length() > LONGEST_WAIT) {
      return false;
    }
    String text = commandLine.toString();
    try {
      return !parse(text).isEmpty() && endsInBackslash(text);
    } catch (ShellSyntaxException e) {
      return e.wantsMore();
    } catch (UnsupportedCommandException e) {
      // cat <<EOF > file is refused at the file; its lines must not be taken for commands.
      return HereDocuments.isOpen(text);
    }
  }

  private static boolean endsInBackslash(String text) {
    int start = text.length();
    while (start > 0 && text.charAt(start - 1) == '\\') {
      start--;
    }
    return (text.length() - start) % 2 == 1;
  }

  /**
   * Reads and runs a command line. What cannot be read or run becomes status and message. An
   * interrupt of the calling thread stops it with status 130 and stays set.
   */
  public Result run(String commandLine) {
    Script script;
    try {
      script = parse(commandLine);
    } catch (ShellSyntaxException e) {
      return failed(2, e.getMessage(), Optional.empty());
    } catch (UnsupportedCommandException e) {
      return failed(
          127, e.getMessage(), Optional.of(new Refusal(Refusal.Kind.UNSUPPORTED, e.getMessage())));
    }
    return run(script);
  }

  private Result failed(int status, String message, Optional<Refusal> refusal) {
    state.lastStatus(status);
    byte[] err = Utf8.encode(message + "\n");
    return new Result(
        status, new byte[0], err, false, Collections.emptySortedSet(), List.of(), refusal);
  }

  /** Runs a command line that was read before. */
  public Result run(Script script) {
    return run(script, Bytes.EMPTY);
  }

  /** Runs a command line that was read before, with standard input. */
  public Result run(Script script, Bytes input) {
    CommandRun run = new CommandRun(programs, limits, now, new State(state), script, input);
    Result result = run.finish();
    exited = run.hasExited();
    state = run.isAbandoned() ? new State(state) : run.state();
    state.lastStatus(result.status());
    return result;
  }
}
