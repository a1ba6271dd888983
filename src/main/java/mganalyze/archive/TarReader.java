package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mganalyze.finding.Problem;

/**
 * Takes a tar apart: v7, ustar, GNU, PAX. Where a header is damaged it goes on at the next block
 * that is one; in that way it reads several tars in a row, too. A tar that was cut between two
 * entries is told from a whole one by the zeros that end every tar.
 */
final class TarReader {
  private static final int BLOCK_BYTES = TarHeader.BLOCK_BYTES;

  /** Far more than names and times take; sparse maps of that length are not seen either. */
  private static final int MAX_EXTENSION_BYTES = 1 << 20;

  private static final long SKIP_BYTES = 64L << 20;

  private final InputStream in;
  private final Delivery delivery;
  private final Budget budget;
  private final byte[] block = new byte[BLOCK_BYTES];
  private long offset;

  // What extension entries say of the entry that follows them.
  private Optional<String> longName = Optional.empty();
  private Optional<String> longTarget = Optional.empty();
  private Map<String, String> pax = Map.of();

  TarReader(InputStream in, Delivery delivery) {
    this.in = in;
    this.delivery = delivery;
    this.budget = delivery.session().budget();
  }

  /** Throws {@link Cut} if the stream ends early, after noting all that came before. */
  void read() throws IOException {
    boolean hasEnded = false;
    boolean isLost = false;
    while (true) {
      long start = offset;
      int count = readBlock();
      if (count < BLOCK_BYTES) {
        if (!hasEnded && (count > 0 || !isLost)) {
          throw Cut.truncated("the tar ends at byte " + offset + " without an end mark");
        }
        return;
      }
      if (TarHeader.isZero(block)) {
        hasEnded = true;
        continue;
      }
      Optional<TarHeader> header = TarHeader.parse(block);
      if (header.isPresent()) {
        hasEnded = false;
        isLost = false;
        entry(header.get());
      } else if (!hasEnded && !isLost) {
        isLost = true;
        delivery.damaged(
            Cut.corrupt(
                "at byte "
                    + start
                    + " of the tar should be an entry, but is none; reading goes on at the next"));
      }
    }
  }

  private void entry(TarHeader header) throws IOException {
    delivery.takeEntry();
    char type = header.type();
    switch (type) {
      case 'L' -> longName = text(extension(header));
      case 'K' -> longTarget = text(extension(header));
      case 'x', 'X' -> pax(extension(header));
      case 'g' -> skip(padded(Math.max(0, header.size())));
      default -> {
        member(header, type);
        longName = Optional.empty();
        longTarget = Optional.empty();
        pax = Map.of();
      }
    }
  }

  private void member(TarHeader header, char type) throws IOException {
    String name = longName.or(() -> Optional.ofNullable(pax.get("path"))).orElseGet(header::name);
    switch (type) {
      case '1' -> link(name, "hard link", header);
      case '2' -> link(name, "symbolic link", header);
      case '3', '4' -> delivery.problem(name, Problem.Kind.LINK_SKIPPED, "device file");
      case '6' -> delivery.problem(name, Problem.Kind.LINK_SKIPPED, "named pipe");
      case '5' -> {
        // Its files are told one by one.
      }
      case 'D', 'V' -> skip(padded(Math.max(0, header.size())));
      case 'M' -> {
        delivery.problem(name, Problem.Kind.UNREADABLE, "rest of a file of another volume");
        skip(padded(Math.max(0, header.size())));
      }
      default -> {
        long size = size(header);
        if (size < 0) {
          delivery.problem(name, Problem.Kind.CORRUPT, "the entry's size makes no sense");
        } else if (size > 0 || !name.endsWith("/")) {
          file(name, size, header);
        }
      }
    }
  }

  private void link(String name, String kind, TarHeader header) {
    String target =
        longTarget.or(() -> Optional.ofNullable(pax.get("linkpath"))).orElseGet(header::linkTarget);
    delivery.problem(name, Problem.Kind.LINK_SKIPPED, kind + " to " + EntryLabel.printable(target));
  }

  private void file(String name, long size, TarHeader header) throws IOException {
    Body body = new Body(size);
    try {
      deliver(name, body, header);
      skip(body.left);
      body.left = 0;
    } finally {
      delivery.takeUnpacked(size - body.left);
    }
    skip(padded(size) - size);
    delivery.endEntry();
  }

  private void deliver(String name, Body body, TarHeader header) throws IOException {
    // Before the map is read: that may take the header's place in memory.
    Optional<Instant> modified = header.modified();
    try {
      Optional<SparseMap> map = header.type() == 'S' ? sparseMap(header) : sparseMap(body);
      InputStream content = map.isPresent() ? new SparseInput(body, map.get()) : body;
      delivery.file(
          pax.getOrDefault("GNU.sparse.name", name),
          map.map(SparseMap::size).orElse(body.left),
          modified,
          content,
          Optional.empty());
    } catch (Cut.LimitReached e) {
      throw e;
    } catch (Cut e) {
      if (body.isBroken) {
        throw e;
      }
      // Only the entry is damaged, not the tar.
      delivery.damaged(e);
    }
  }

  /** The map of an old GNU header; more of it follows in blocks of their own. */
  private Optional<SparseMap> sparseMap(TarHeader header) throws IOException {
    SparseMap.Builder map = new SparseMap.Builder();
    long size = header.sparseSize();
    boolean hasMore = header.addSparseParts(map);
    int blocks = 0;
    while (hasMore) {
      if (readBlock() < BLOCK_BYTES) {
        throw ended();
      }
      if (++blocks > MAX_EXTENSION_BYTES / BLOCK_BYTES) {
        throw Cut.corrupt("the map of a sparse file is endless");
      }
      hasMore = TarHeader.addMoreSparseParts(block, map);
    }
    return Optional.of(map.build(size));
  }

  private Optional<SparseMap> sparseMap(InputStream body) throws IOException {
    if ("1".equals(pax.get("GNU.sparse.major"))) {
      long size = number(pax.getOrDefault("GNU.sparse.realsize", ""));
      return Optional.of(SparseMap.ofContent(body, MAX_EXTENSION_BYTES, size));
    }
    String map = pax.get(PaxRecords.SPARSE_MAP);
    return map == null
        ? Optional.empty()
        : Optional.of(SparseMap.ofRecord(map, number(pax.getOrDefault("GNU.sparse.size", ""))));
  }

  private long size(TarHeader header) {
    String size = pax.get("size");
    return size == null ? header.size() : number(size);
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The content of an entry that tells more about the next; empty if there is too much of it. */
  private byte[] extension(TarHeader header) throws IOException {
    long size = header.size();
    if (size < 0 || size > MAX_EXTENSION_BYTES) {
      delivery.problem(
          "", Problem.Kind.LIMIT, "an extended header of " + size + " bytes is skipped");
      skip(padded(Math.max(0, size)));
      return new byte[0];
    }
    byte[] bytes = in.readNBytes((int) size);
    offset += bytes.length;
    if (bytes.length < size) {
      throw ended();
    }
    skip(padded(size) - size);
    return bytes;
  }

  private void pax(byte[] records) {
    try {
      pax = PaxRecords.parse(records);
    } catch (Cut e) {
      delivery.damaged(e);
    }
  }

  private static Optional<String> text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return end == 0
        ? Optional.empty()
        : Optional.of(new String(bytes, 0, end, StandardCharsets.UTF_8));
  }

  private static long padded(long size) {
    return size > Long.MAX_VALUE - BLOCK_BYTES
        ? size
        : (size + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
  }

  private int readBlock() throws IOException {
    int count = 0;
    while (count < BLOCK_BYTES) {
      int read = in.read(block, count, BLOCK_BYTES - count);
      if (read < 0) {
        break;
      }
      count += read;
    }
    offset += count;
    budget.takeBytes(count);
    return count;
  }

  private void skip(long count) throws IOException {
    long left = count;
    while (left > 0) {
      long skipped = in.skip(Math.min(left, SKIP_BYTES));
      if (skipped <= 0) {
        throw ended();
      }
      offset += skipped;
      left -= skipped;
      budget.takeBytes(skipped);
    }
  }

  private Cut ended() {
    return Cut.truncated("the tar ends at byte " + offset + ", within this entry");
  }

  /** The content of one entry. */
  private final class Body extends BulkInput {
    private long left;

    /** Whether the tar's own stream has failed or ended. */
    private boolean isBroken;

    Body(long size) {
      left = size;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      isBroken = true;
      int count = in.read(target, from, (int) Math.min(length, left));
      if (count < 0) {
        throw ended();
      }
      isBroken = false;
      offset += count;
      left -= count;
      return count;
    }
  }
}
