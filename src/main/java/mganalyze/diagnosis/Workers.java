package mganalyze.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does the same work on many things at once, on threads of its own. Work that waits for a command
 * line must not do so on a thread of the common pool: that thread would be missing where the
 * command line parses objects in parallel, and both would wait until the command's time is up.
 */
public final class Workers {
  private Workers() {}

  /** The results in the order of the things. What the work throws for one of them is thrown. */
  public static <T, R> List<R> map(Collection<T> things, Function<T, R> work) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, "worker");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<R>> running = new ArrayList<>(things.size());
      for (T thing : things) {
        running.add(threads.submit(() -> work.apply(thing)));
      }
      List<R> results = new ArrayList<>(things.size());
      for (Future<R> one : running) {
        results.add(result(one));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <R> R result(Future<R> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
