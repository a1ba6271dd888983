package mganalyze.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/**
 * One run of a script, on a thread of its own: a program that does not ask for the time is left
 * behind when its time is up.
 */
final class CommandRun {
  private static final long STACK_BYTES = 8L << 20;
  private static final long GRACE_MILLIS = 500;
  private static final int STOPPED_STATUS = 124;
  private static final int INTERRUPTED_STATUS = 130;

  private final Script script;
  private final Input input;
  private final ShellLimits limits;
  private final Budget budget;
  private final Trace trace = new Trace();
  private final OutputBuffer out;
  private final OutputBuffer err;
  private final Interpreter interpreter;
  private volatile int status;
  private volatile boolean exited;
  private volatile String stopped;
  private volatile Throwable fault;
  private int stoppedStatus = STOPPED_STATUS;
  private volatile boolean abandoned;

  CommandRun(
      Map<String, Program> programs,
      ShellLimits limits,
      Instant now,
      State state,
      Script script,
      Bytes input) {
    this.script = script;
    this.input = new Input(input);
    this.limits = limits;
    this.budget = new Budget(limits.time());
    this.out = new OutputBuffer(limits.outputBytes(), budget);
    this.err = new OutputBuffer(limits.outputBytes(), budget);
    this.interpreter = new Interpreter(programs, limits, now, budget, trace, state);
  }

  Result finish() {
    Thread thread = new Thread(null, this::execute, "command line", STACK_BYTES);
    thread.setDaemon(true);
    budget.belongsTo(thread);
    thread.start();
    boolean interrupted = false;
    try {
      do {
        thread.join(budget.millisToNextLook() + GRACE_MILLIS);
      } while (thread.isAlive() && !budget.isUsedUp());
    } catch (InterruptedException e) {
      interrupted = true;
      Thread.currentThread().interrupt();
    }
    abandoned = thread.isAlive();
    if (abandoned) {
      budget.cancel();
      stopped = interrupted ? "interrupted" : budget.timeIsUp().getMessage();
      stoppedStatus = interrupted ? INTERRUPTED_STATUS : STOPPED_STATUS;
    }
    rethrow();
    return result();
  }

  private void execute() {
    try {
      status = interpreter.runToExit(script.body(), new Streams(input, out, err));
      exited = interpreter.hasExited();
    } catch (LimitExceededException e) {
      // Whoever gave this thread up says why.
      if (!abandoned) {
        stopped = e.getMessage();
      }
    } catch (StackOverflowError e) {
      stopped = "stopped: nested too deeply";
    } catch (OutOfMemoryError e) {
      stopped = "stopped: needs too much memory";
    } catch (IOException | RuntimeException | Error e) {
      // On this thread nobody would hear of it, and what was printed so far would pass for all.
      fault = e;
    }
  }

  private void rethrow() {
    if (fault instanceof IOException e) {
      throw new UncheckedIOException(e);
    }
    if (fault instanceof RuntimeException e) {
      throw e;
    }
    if (fault instanceof Error e) {
      throw e;
    }
  }

  private Result result() {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    Bytes printed = err.bytes();
    errors.write(printed.array(), printed.start(), printed.length());
    if (stopped != null) {
      trace.refuse(Refusal.Kind.LIMIT, stopped);
      errors.writeBytes(Utf8.encode(stopped + "\n"));
      status = stoppedStatus;
    }
    return new Result(
        status,
        out.bytes().toByteArray(),
        errors.toByteArray(),
        stopped != null,
        trace.sources(),
        trace.noData(),
        trace.refusal());
  }

  State state() {
    return interpreter.state();
  }

  boolean hasExited() {
    return exited;
  }

  /** Whether the thread still runs; then nobody may look at its state. */
  boolean isAbandoned() {
    return abandoned;
  }
}
