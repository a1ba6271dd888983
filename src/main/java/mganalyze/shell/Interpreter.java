package mganalyze.shell;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs commands: where their programs, variables and limits come from. */
final class Interpreter {
  /** A command that is run for its status. */
  interface Run {
    int run() throws IOException;
  }

  private final Map<String, Program> programs;
  private final ShellLimits limits;
  private final Instant now;
  private final Budget budget;
  private final Trace trace;
  private final State state;
  private int substitutionStatus;
  private int conditions;
  private int loops;
  private boolean joinsQuotedLines;
  private boolean exited;

  Interpreter(
      Map<String, Program> programs,
      ShellLimits limits,
      Instant now,
      Budget budget,
      Trace trace,
      State state) {
    this.programs = programs;
    this.limits = limits;
    this.now = now;
    this.budget = budget;
    this.trace = trace;
    this.state = state;
  }

  /** A copy whose variables do not reach this one. */
  Interpreter subshell() {
    Interpreter copy = new Interpreter(programs, limits, now, budget, trace, new State(state));
    copy.conditions = conditions;
    copy.loops = loops;
    return copy;
  }

  /** Runs a command up to its end, or up to an {@code exit} in it. */
  int runToExit(Command command, Streams streams) throws IOException {
    try {
      return command.run(this, streams);
    } catch (Jump jump) {
      exited = jump.kind() == Jump.Kind.EXIT;
      return exited ? jump.number() : 0;
    } catch (ExpansionException e) {
      Utf8.write(streams.err(), e.getMessage() + "\n");
      return e.status();
    } catch (UnsupportedCommandException e) {
      // Of a word or a pattern, before any program was called.
      return refuse(Refusal.Kind.UNSUPPORTED, e.getMessage(), streams);
    }
  }

  /** Calls a program by name; what it refuses to do ends here, as a status. */
  int call(String name, List<String> arguments, Streams streams) throws IOException {
    try {
      if (Builtins.has(name)) {
        return new Builtins(this, streams).run(name, arguments);
      }
      Program program = ProgramTable.find(programs, name);
      return program.run(new Invocation(this, name, arguments, streams));
    } catch (UnsupportedCommandException e) {
      return refuse(Refusal.Kind.UNSUPPORTED, e.getMessage(), streams);
    } catch (NeedsClusterException e) {
      return refuse(e.kind(), e.getMessage(), streams);
    }
  }

  private int refuse(Refusal.Kind kind, String message, Streams streams) throws IOException {
    trace.refuse(kind, message);
    Utf8.write(streams.err(), message + "\n");
    return kind == Refusal.Kind.UNSUPPORTED ? 127 : 126;
  }

  /** What the commands print, without the newlines at its end. */
  String substitute(CommandList body, Streams streams) throws IOException {
    OutputBuffer buffer = newBuffer();
    Interpreter subshell = subshell();
    substitutionStatus = subshell.runToExit(body, streams.withOutput(buffer));
    Bytes bytes = buffer.bytes();
    int end = bytes.end();
    while (end > bytes.start() && bytes.array()[end - 1] == '\n') {
      end--;
    }
    return new Bytes(bytes.array(), bytes.start(), end).text().replace("\0", "");
  }

  /** Runs something whose failure does not end the script under {@code set -e}. */
  int asCondition(Run run) throws IOException {
    conditions++;
    try {
      return run.run();
    } finally {
      conditions--;
    }
  }

  void enterLoop() {
    loops++;
  }

  void leaveLoop() {
    loops--;
  }

  boolean isInLoop() {
    return loops > 0;
  }

  /** Whether the last {@link #runToExit} ended at an {@code exit}. */
  boolean hasExited() {
    return exited;
  }

  boolean stopsOnError() {
    return state.stopsOnError() && conditions == 0;
  }

  void forgetSubstitutionStatus() {
    substitutionStatus = 0;
  }

  int substitutionStatus() {
    return substitutionStatus;
  }

  /** Whether single-quoted words lose their backslash-newlines at this moment. */
  boolean joinsQuotedLines() {
    return joinsQuotedLines;
  }

  void joinsQuotedLines(boolean joins) {
    joinsQuotedLines = joins;
  }

  // Published runbooks break long jq programs and jsonpaths with a backslash inside single quotes.
  // No shell joins such lines, but for these programs they mean nothing else.
  static boolean joinsQuotedLinesFor(String program, Map<String, Program> programs) {
    return program.equals("jq") || programs.containsKey(program);
  }

  boolean joinsQuotedLinesFor(String program) {
    return joinsQuotedLinesFor(program, programs);
  }

  /** Throws {@link LimitExceededException} for a text that is longer than a stage may print. */
  void checkLength(long characters) {
    if (characters > limits.outputBytes()) {
      throw new LimitExceededException("stopped: a text of " + characters + " characters");
    }
  }

  OutputBuffer newBuffer() {
    return new OutputBuffer(limits.outputBytes(), budget);
  }

  State state() {
    return state;
  }

  Budget budget() {
    return budget;
  }

  ShellLimits limits() {
    return limits;
  }

  Trace trace() {
    return trace;
  }

  Instant now() {
    return now;
  }
}
