package mganalyze.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import mganalyze.archive.Progress;

/**
 * Begins to read the archive of a call while its arguments are still parsed, which takes a fifth of
 * a second. Which word is the archive is a guess: a wrong one costs time, never a result.
 */
final class HeadStart implements AutoCloseable {
  private final Runnable onVirtualization;
  private Optional<Begun> begun;

  private HeadStart(Optional<Begun> begun, Runnable onVirtualization) {
    this.begun = begun;
    this.onVirtualization = onVirtualization;
  }

  /**
   * Takes the first word that names a file for the archive.
   *
   * @param onVirtualization called once for each archive, as soon as it is seen to have something
   *     of OpenShift Virtualization
   */
  static HeadStart begin(List<String> arguments, Runnable onVirtualization) {
    for (String argument : arguments) {
      if (isFile(argument)) {
        return new HeadStart(Optional.of(new Begun(argument, onVirtualization)), onVirtualization);
      }
    }
    return new HeadStart(Optional.empty(), onVirtualization);
  }

  /** Nothing is begun. */
  static HeadStart none() {
    return new HeadStart(Optional.empty(), () -> {});
  }

  private static boolean isFile(String argument) {
    try {
      return Files.isRegularFile(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The archive that an argument names, read to its end.
   *
   * @throws IOException as {@link OpenArchive#read}
   */
  OpenArchive open(String argument, Progress progress) throws IOException {
    if (begun.isEmpty() || !begun.get().argument.equals(argument)) {
      return OpenArchive.read(argument, progress, onVirtualization);
    }
    Begun taken = begun.get();
    begun = Optional.empty();
    return taken.await(progress);
  }

  /** Lets go of an archive that nobody asked for. */
  @Override
  public void close() {
    begun.ifPresent(Begun::abandon);
  }

  /** An archive that is being read on a thread of its own. */
  private static final class Begun {
    private final String argument;
    private final CompletableFuture<OpenArchive> reading = new CompletableFuture<>();
    private volatile Progress progress = Progress.none();

    Begun(String argument, Runnable onVirtualization) {
      this.argument = argument;
      Thread thread = new Thread(() -> read(onVirtualization), "archive");
      thread.setDaemon(true);
      thread.start();
    }

    private void read(Runnable onVirtualization) {
      try {
        reading.complete(OpenArchive.read(argument, this::update, onVirtualization));
      } catch (IOException | RuntimeException | Error e) {
        // Thrown where the archive is asked for.
        reading.completeExceptionally(e);
      }
    }

    private void update(long bytesRead, long bytesTotal, long entries) {
      progress.update(bytesRead, bytesTotal, entries);
    }

    OpenArchive await(Progress shown) throws IOException {
      progress = shown;
      try {
        return reading.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(argument + ": interrupted while it was read", e);
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException failure) {
          throw failure;
        } else if (cause instanceof RuntimeException failure) {
          throw failure;
        } else if (cause instanceof Error failure) {
          throw failure;
        }
        throw new IllegalStateException(cause);
      }
    }

    void abandon() {
      reading.thenAccept(Begun::close);
    }

    private static void close(OpenArchive archive) {
      try {
        archive.close();
      } catch (IOException e) {
        // Its temporary file has no name any more; nothing stays behind.
      }
    }
  }
}
