package mganalyze.shell;

import java.time.Duration;

/** What is left of a command line's time. Long loops ask it every time around. */
public final class Budget {
  private static final int STEPS_PER_LOOK = 256;
  private final Duration time;
  private final long deadline;
  private volatile boolean cancelled;
  private int steps;

  Budget(Duration time) {
    this.time = time;
    this.deadline = System.nanoTime() + time.toNanos();
  }

  /** Counts one step of work. Throws {@link LimitExceededException} when the time is up. */
  public void step() {
    if ((++steps & (STEPS_PER_LOOK - 1)) == 0) {
      check();
    }
  }

  /** Throws {@link LimitExceededException} when the time is up. */
  public void check() {
    if (cancelled || System.nanoTime() > deadline) {
      throw timeIsUp();
    }
  }

  LimitExceededException timeIsUp() {
    return new LimitExceededException("stopped after " + time.toMillis() / 1000.0 + " s");
  }

  void cancel() {
    cancelled = true;
  }
}
