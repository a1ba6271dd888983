package mganalyze.shell;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What is left of a command line's time. Long loops ask it every time around. The time is that of
 * the processor: the same command shall end in the same way on a machine that has other things to
 * do. What waits rather than works is given up after a few times that much.
 */
public final class Budget {
  private static final int STEPS_PER_LOOK = 256;
  private static final int PATIENCE = 6;

  private final Duration time;
  private final long giveUp;
  private volatile long nextLook;
  private volatile long threadId;
  private volatile boolean cancelled;
  private int steps;

  Budget(Duration time) {
    this.time = time;
    this.nextLook = System.nanoTime() + time.toNanos();
    this.giveUp = System.nanoTime() + PATIENCE * time.toNanos();
  }

  /** Tells whose time it is, before the first question. */
  void belongsTo(Thread thread) {
    threadId = thread.getId();
  }

  /** Counts one step of work. Throws {@link LimitExceededException} when the time is up. */
  public void step() {
    if ((++steps & (STEPS_PER_LOOK - 1)) == 0) {
      check();
    }
  }

  /** Throws {@link LimitExceededException} when the time is up. */
  public void check() {
    if (cancelled || isUsedUp()) {
      throw timeIsUp();
    }
  }

  boolean isUsedUp() {
    long now = System.nanoTime();
    if (now - nextLook <= 0) {
      return false;
    }
    // Negative where the thread has ended or the machine cannot tell.
    long used = ManagementFactory.getThreadMXBean().getThreadCpuTime(threadId);
    long left = time.toNanos() - used;
    if (used < 0 || left <= 0 || now - giveUp >= 0) {
      return true;
    }
    nextLook = now + Math.min(left, giveUp - now);
    return false;
  }

  /** How long to wait before {@link #isUsedUp} may say something else. */
  long millisToNextLook() {
    return Math.max(1, (nextLook - System.nanoTime()) / 1_000_000);
  }

  LimitExceededException timeIsUp() {
    return new LimitExceededException("stopped after " + time.toMillis() / 1000.0 + " s");
  }

  void cancel() {
    cancelled = true;
  }
}
