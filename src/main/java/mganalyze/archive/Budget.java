package mganalyze.archive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Counts what an archive asks for, and ends the reading where that is beyond the limits. */
final class Budget {
  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Limits limits;
  private final Progress progress;
  private final LongSupplier bytesRead;
  private final long bytesTotal;
  private final Thread visitorThread = Thread.currentThread();
  private final AtomicLong unpackedBytes = new AtomicLong();
  private long entries;
  private long lastUpdate = System.nanoTime();

  /**
   * Made on the thread that calls the visitor; the progress is told on the same.
   *
   * @param bytesTotal size of the archive, -1 if not known
   */
  Budget(Limits limits, Progress progress, LongSupplier bytesRead, long bytesTotal) {
    this.limits = limits;
    this.progress = progress;
    this.bytesRead = bytesRead;
    this.bytesTotal = bytesTotal;
  }

  Limits limits() {
    return limits;
  }

  /** Counts an entry of whatever kind. */
  void takeEntry() throws Cut.LimitReached {
    if (entries >= limits.entries()) {
      throw new Cut.LimitReached(
          "there are more than " + limits.entries() + " entries; the rest is not read");
    }
    entries++;
    updateInTime();
  }

  /** Counts bytes of an entry's content; any thread. */
  void takeBytes(long count) throws Cut.LimitReached {
    long total = unpackedBytes.addAndGet(count);
    if (total > limits.totalBytes()) {
      throw new Cut.LimitReached(
          "there are more than " + limits.totalBytes() + " bytes unpacked; the rest is not read");
    }
    // Where the archive's size is known it counts, so that the same archive always gives the same.
    long packed = bytesTotal >= 0 ? bytesTotal : bytesRead.getAsLong();
    if (limits.isRatioExceeded(total, packed)) {
      throw new Cut.LimitReached(
          "it unpacks to more than " + limits.ratio() + " times its size; the rest is not read");
    }
    if (Thread.currentThread() == visitorThread) {
      updateInTime();
    }
  }

  private void updateInTime() {
    long now = System.nanoTime();
    if (now - lastUpdate > PROGRESS_NANOS) {
      lastUpdate = now;
      update();
    }
  }

  void update() {
    progress.update(bytesRead.getAsLong(), bytesTotal, entries);
  }
}
