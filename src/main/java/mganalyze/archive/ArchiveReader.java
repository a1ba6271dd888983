package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import mganalyze.finding.Problem;

/** Reads archives. */
public final class ArchiveReader {
  private ArchiveReader() {}

  /**
   * Reads an archive from front to back, once. Calls the visitor and the progress on the calling
   * thread.
   *
   * @throws ArchiveException if nothing of it can be read: it is missing, unreadable, no archive,
   *     empty, locked with a password, damaged before its first file; or if the store is full
   */
  public static ArchiveFacts read(
      Source source, Limits limits, Store store, EntryVisitor visitor, Progress progress)
      throws ArchiveException {
    try {
      if (source instanceof Source.Local local && Files.isDirectory(local.path())) {
        return readDirectory(local, limits, store, visitor, progress);
      }
      return readFile(source, limits, store, visitor, progress);
    } catch (ArchiveException e) {
      throw e;
    } catch (IOException e) {
      throw new ArchiveException(shown(source), DirectoryReader.reason(e), e);
    }
  }

  /** As the user wrote it. */
  private static String shown(Source source) {
    return source instanceof Source.Local local ? local.path().toString() : source.name();
  }

  private static ArchiveFacts readDirectory(
      Source.Local source, Limits limits, Store store, EntryVisitor visitor, Progress progress)
      throws IOException {
    AtomicLong bytesRead = new AtomicLong();
    Budget budget = new Budget(limits, progress, bytesRead::get, -1);
    Delivery delivery = outermost(visitor, store, budget);
    try {
      new DirectoryReader(source.path(), delivery, bytesRead).read();
    } catch (Cut.LimitReached e) {
      delivery.damaged(e);
    }
    budget.update();
    return facts(source, Optional.empty(), delivery.unpackedBytes(), delivery);
  }

  private static ArchiveFacts readFile(
      Source source, Limits limits, Store store, EntryVisitor visitor, Progress progress)
      throws IOException {
    Optional<Path> file = regularFile(source);
    long total = file.isPresent() ? Files.size(file.get()) : -1;
    RawInput raw = new RawInput(open(source));
    try (ReadAhead in = new ReadAhead(raw, "archive-read")) {
      Budget budget = new Budget(limits, progress, raw::count, total);
      Delivery delivery = outermost(visitor, store, budget);
      boolean isStopped = false;
      try {
        Layers.read(in, in.peek(TarHeader.BLOCK_BYTES), file, delivery);
      } catch (Cut e) {
        if (!delivery.hasDelivered()) {
          throw new ArchiveException(shown(source), e.getMessage());
        }
        delivery.damaged(e);
        isStopped = e instanceof Cut.LimitReached;
      }
      // A stream may have no end.
      Optional<String> sha256 = isStopped && total < 0 ? Optional.empty() : finish(in, raw);
      budget.update();
      return facts(source, sha256, raw.count(), delivery);
    }
  }

  private static Delivery outermost(EntryVisitor visitor, Store store, Budget budget) {
    return Delivery.ofOutermost(new Delivery.Session(visitor, store, budget, new ProblemLog()));
  }

  /** Empty for streams, and for what only looks like a file, such as a named pipe. */
  private static Optional<Path> regularFile(Source source) {
    return source instanceof Source.Local local && Files.isRegularFile(local.path())
        ? Optional.of(local.path())
        : Optional.empty();
  }

  /** Reads what is left, for the checksum's sake. */
  private static Optional<String> finish(ReadAhead in, RawInput raw) throws IOException {
    try {
      in.drain();
      return Optional.of(raw.sha256());
    } catch (Cut e) {
      return Optional.empty();
    }
  }

  private static InputStream open(Source source) throws IOException {
    if (source instanceof Source.Local local) {
      return Files.newInputStream(local.path());
    }
    return ((Source.Stream) source).in();
  }

  private static ArchiveFacts facts(
      Source source, Optional<String> sha256, long bytes, Delivery delivery)
      throws ArchiveException {
    ProblemLog problems = delivery.session().problems();
    List<Problem> list = problems.list();
    if (!delivery.hasDelivered()) {
      String what = delivery.files() == 0 ? "empty archive" : "nothing in it can be read";
      String cause = list.isEmpty() ? "" : ": " + list.get(0).detail();
      throw new ArchiveException(shown(source), what + cause);
    }
    return new ArchiveFacts(
        source.name(),
        sha256,
        bytes,
        delivery.unpackedBytes(),
        delivery.files(),
        problems.isComplete(),
        list);
  }
}
