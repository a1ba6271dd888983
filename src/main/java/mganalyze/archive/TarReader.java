package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import mganalyze.finding.Problem;

/**
 * Takes a tar apart: v7, ustar, GNU, PAX. Where a header is damaged it goes on at the next block
 * that is one; in that way it reads several tars in a row, too. A tar that was cut between two
 * entries is told from a whole one by the zeros that end every tar.
 */
final class TarReader {
  private final TarInput in;
  private final Delivery delivery;
  private final byte[] block = new byte[TarInput.BLOCK_BYTES];
  private TarExtensions extensions = new TarExtensions();

  TarReader(InputStream in, Delivery delivery) {
    this.in = new TarInput(in, delivery.session().budget());
    this.delivery = delivery;
  }

  /** Throws {@link Cut} if the stream ends early, after delivering all that came before. */
  void read() throws IOException {
    boolean hasEnded = false;
    boolean isLost = false;
    long stray = -1;
    long start = in.offset();
    while (in.readBlock(block)) {
      if (TarHeader.isZero(block)) {
        hasEnded = true;
      } else {
        Optional<TarHeader> header = TarHeader.parse(block);
        if (header.isPresent()) {
          if (stray >= 0) {
            // Zeros, something else, and entries again: the zeros were no end, but overwrote some.
            noteLost(stray);
          }
          hasEnded = false;
          isLost = false;
          stray = -1;
          entry(header.get());
        } else if (hasEnded && stray < 0) {
          stray = start;
        } else if (!hasEnded && !isLost) {
          isLost = true;
          noteLost(start);
        }
      }
      start = in.offset();
    }
    boolean isBetweenBlocks = in.offset() == start;
    if (!hasEnded && !(isLost && isBetweenBlocks)) {
      throw Cut.truncated("the tar ends at byte " + in.offset() + " without an end mark");
    }
  }

  private void noteLost(long start) {
    delivery.damaged(
        Cut.corrupt(
            "at byte "
                + start
                + " of the tar should be an entry, but is none; reading goes on at the next"));
  }

  private void entry(TarHeader header) throws IOException {
    delivery.takeEntry();
    char type = header.type();
    if (TarExtensions.isExtension(type)) {
      extension(type, header.size());
    } else if (type == 'g') {
      // Nothing that PAX says of all entries matters here.
      in.skipContent(Math.max(0, header.size()));
    } else {
      member(header, type);
      extensions = new TarExtensions();
    }
  }

  private void extension(char type, long size) throws IOException {
    if (size < 0 || size > TarExtensions.MAX_BYTES) {
      delivery.problem(
          "", Problem.Kind.LIMIT, "an extended header of " + size + " bytes is skipped");
      in.skipContent(Math.max(0, size));
      return;
    }
    byte[] content = in.readContent((int) size);
    try {
      extensions.add(type, content);
    } catch (Cut e) {
      delivery.damaged(e);
    }
  }

  private void member(TarHeader header, char type) throws IOException {
    String name = extensions.name(header);
    switch (type) {
      case '1' -> link(name, "hard link", header);
      case '2' -> link(name, "symbolic link", header);
      case '3', '4' -> delivery.problem(name, Problem.Kind.LINK_SKIPPED, "device file");
      case '6' -> delivery.problem(name, Problem.Kind.LINK_SKIPPED, "named pipe");
      case '5' -> {
        // Its files are told one by one.
      }
      case 'D', 'V' -> in.skipContent(Math.max(0, header.size()));
      case 'M' -> {
        delivery.unreadable(name, "the rest of a file of another volume");
        in.skipContent(Math.max(0, header.size()));
      }
      default -> {
        long size = extensions.size(header);
        if (size < 0) {
          delivery.problem(name, Problem.Kind.CORRUPT, "the entry's size makes no sense");
        } else if (size > 0 || !name.endsWith("/")) {
          file(name, size, header);
        }
      }
    }
  }

  private void link(String name, String kind, TarHeader header) {
    String target = EntryLabel.printable(extensions.linkTarget(header));
    delivery.problem(name, Problem.Kind.LINK_SKIPPED, kind + " to " + target);
  }

  private void file(String name, long size, TarHeader header) throws IOException {
    TarInput.Body body = in.body(size);
    try {
      deliver(name, body, header);
      body.skipRest();
    } finally {
      delivery.takeUnpacked(size - body.left());
    }
    in.skip(TarInput.padding(size));
    delivery.endEntry();
  }

  private void deliver(String name, TarInput.Body body, TarHeader header) throws IOException {
    // Before the map is read: that may take the header's place in memory.
    Optional<Instant> modified = header.modified();
    long storedSize = body.left();
    try {
      Optional<SparseMap> map =
          header.type() == 'S' ? sparseMap(header) : extensions.sparseMap(body);
      InputStream content = map.isPresent() ? new SparseInput(body, map.get()) : body;
      long size = map.isPresent() ? map.get().size() : storedSize;
      delivery.file(name, size, modified, content, Optional.empty());
    } catch (Cut.LimitReached e) {
      throw e;
    } catch (Cut e) {
      if (body.isBroken()) {
        throw e;
      }
      // Only the entry is damaged, not the tar.
      delivery.problem(name, e.kind(), e.getMessage());
    }
  }

  /** The map of an old GNU header; more of it follows in blocks of their own. */
  private Optional<SparseMap> sparseMap(TarHeader header) throws IOException {
    SparseMap.Builder map = new SparseMap.Builder();
    long size = header.sparseSize();
    boolean hasMore = header.addSparseParts(map);
    for (int bytes = 0; hasMore; bytes += block.length) {
      if (bytes > TarExtensions.MAX_BYTES) {
        throw Cut.corrupt("the map of a sparse file is endless");
      }
      if (!in.readBlock(block)) {
        throw in.ended();
      }
      hasMore = TarHeader.addMoreSparseParts(block, map);
    }
    return Optional.of(map.build(size));
  }
}
