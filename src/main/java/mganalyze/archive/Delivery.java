package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import mganalyze.finding.Problem;

/** Hands the entries of one archive, the outermost or a nested one, to the visitor. */
final class Delivery {
  /** Files of a directory that are longer stay where they are. */
  private static final int IN_PLACE_BYTES = 256 * 1024;

  /** What all archives of one reading share. */
  record Session(EntryVisitor visitor, Store store, Budget budget, ProblemLog problems) {}

  private final Session session;
  private final String archive;
  private final String prefix;
  private final int depth;
  private String current;
  private String last = "";
  private long files;
  private long delivered;
  private long unpackedBytes;

  private Delivery(Session session, String archive, int depth) {
    this.session = session;
    this.archive = archive;
    this.prefix = depth == 0 ? "" : archive + "!/";
    this.current = archive;
    this.depth = depth;
  }

  static Delivery ofOutermost(Session session) {
    return new Delivery(session, "", 0);
  }

  /** Regular files so far. */
  long files() {
    return files;
  }

  /** Whether the visitor has seen anything at all. */
  boolean hasDelivered() {
    return delivered > 0;
  }

  /** Bytes in the regular files so far. */
  long unpackedBytes() {
    return unpackedBytes;
  }

  Session session() {
    return session;
  }

  void takeEntry() throws Cut.LimitReached {
    current = archive;
    session.budget.takeEntry();
  }

  /** Ends an entry: what is damaged from here on is the archive. */
  void endEntry() {
    current = archive;
  }

  /** Tells how many bytes of the entry there were. */
  void takeUnpacked(long bytes) {
    unpackedBytes += bytes;
  }

  /** Notes a problem of the entry called {@code name}, or, if that is empty, of the archive. */
  void problem(String name, Problem.Kind kind, String detail) {
    String path = name.isEmpty() ? archive : EntryLabel.of(prefix, name, session.problems);
    session.problems.add(path, kind, detail);
  }

  /** Counts a regular file that cannot be delivered. */
  void unreadable(String name, String detail) {
    files++;
    problem(name, Problem.Kind.UNREADABLE, detail);
  }

  /** Notes damage of the entry that is being read, or, between entries, of the archive. */
  void damaged(Cut cut) {
    boolean isInEntry = !current.equals(archive);
    String where = isInEntry || last.isEmpty() ? "" : "; the last entry before is " + last;
    session.problems.add(current, cut.kind(), cut.getMessage() + where);
  }

  /**
   * Hands over a regular file. Throws {@link Cut} if its content ends early, after the beginning
   * was delivered.
   *
   * @param size -1 if not known
   * @param inPlace where the content lies, if it can be read from there as long as it is needed
   */
  void file(
      String name,
      long size,
      Optional<Instant> modified,
      InputStream content,
      Optional<Path> inPlace)
      throws IOException {
    files++;
    String label = EntryLabel.of(prefix, name, session.problems);
    current = label;
    last = label;
    delivered++;
    EntryInput in = new EntryInput(content, session.budget);
    EntryHeader header = new EntryHeader(label, size, modified, in.head(), false);
    switch (session.visitor.choose(header)) {
      case SKIP -> session.visitor.skipped(header);
      case OPEN -> open(header, in, inPlace);
      case KEEP -> keep(header, in, inPlace);
    }
  }

  private void keep(EntryHeader header, EntryInput in, Optional<Path> inPlace) throws IOException {
    if (inPlace.isPresent() && header.size() > IN_PLACE_BYTES) {
      keepInPlace(header, inPlace.get());
      return;
    }
    StoreWriter writer = session.store.writer(header.size());
    Cut cut = null;
    try {
      writer.readFrom(in);
    } catch (Cut e) {
      cut = e;
    }
    Content content = writer.finish();
    boolean isPartial = cut != null || in.isOverLimit();
    session.visitor.kept(header.delivered(content.size(), isPartial), content);
    if (in.isOverLimit()) {
      noteEntryLimit(header);
    }
    if (cut != null) {
      throw cut;
    }
  }

  private void keepInPlace(EntryHeader header, Path path) throws IOException {
    long limit = session.budget.limits().entryBytes();
    long size = Math.min(header.size(), limit);
    session.budget.takeBytes(size);
    boolean isPartial = size < header.size();
    session.visitor.kept(header.delivered(size, isPartial), new FileContent(path, size));
    if (isPartial) {
      noteEntryLimit(header);
    }
  }

  private void noteEntryLimit(EntryHeader header) {
    long limit = session.budget.limits().entryBytes();
    session.problems.add(
        header.path(), Problem.Kind.LIMIT, "only the first " + limit + " bytes are read");
  }

  private void open(EntryHeader header, EntryInput in, Optional<Path> inPlace) throws IOException {
    if (!Format.of(header.head()).mayHoldArchive(header.head())) {
      keep(header, in, inPlace);
      return;
    }
    int limit = session.budget.limits().depth();
    if (depth >= limit) {
      session.problems.add(
          header.path(),
          Problem.Kind.LIMIT,
          "archives nested more than " + limit + " deep are not opened");
      session.visitor.skipped(header);
      return;
    }
    Delivery nested = new Delivery(session, header.path(), depth + 1);
    try {
      Layers.read(in, header.head(), Optional.empty(), nested);
    } catch (Cut.LimitReached e) {
      throw e;
    } catch (Cut e) {
      nested.damaged(e);
    }
    if (in.isOverLimit()) {
      noteEntryLimit(header);
    }
  }
}
