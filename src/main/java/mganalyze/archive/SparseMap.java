package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the stored bytes of a sparse file belong; what is between them is zeros. GNU tar has put
 * this into the header, into PAX records, and in front of the content.
 *
 * @param offsets and {@code lengths} of the stored parts, in bytes, from front to back
 * @param size of the whole file
 */
record SparseMap(List<Long> offsets, List<Long> lengths, long size) {

  /** Collects parts; throws {@link Cut} where they make no sense. */
  static final class Builder {
    private final List<Long> offsets = new ArrayList<>();
    private final List<Long> lengths = new ArrayList<>();
    private long end;

    void add(long offset, long length) throws Cut {
      if (length < 0 || offset < end || offset > Long.MAX_VALUE - length) {
        throw nonsense();
      }
      offsets.add(offset);
      lengths.add(length);
      end = offset + length;
    }

    SparseMap build(long size) throws Cut {
      if (size < end) {
        throw nonsense();
      }
      return new SparseMap(offsets, lengths, size);
    }
  }

  private static Cut nonsense() {
    return Cut.corrupt("the map of a sparse file makes no sense");
  }

  /** From {@code offset,length,offset,length...}, PAX formats 0.0 and 0.1. */
  static SparseMap ofRecord(String numbers, long size) throws Cut {
    Builder map = new Builder();
    String[] parts = numbers.isEmpty() ? new String[0] : numbers.split(",");
    if (parts.length % 2 != 0) {
      throw nonsense();
    }
    for (int i = 0; i < parts.length; i += 2) {
      map.add(number(parts[i]), number(parts[i + 1]));
    }
    return map.build(size);
  }

  /**
   * From the lines in front of the content, PAX format 1.0: a count, then offsets and lengths, up
   * to a multiple of 512 bytes, which are read.
   */
  static SparseMap ofContent(InputStream content, int maxBytes, long size) throws IOException {
    Lines lines = new Lines(content, maxBytes);
    Builder map = new Builder();
    long count = lines.next();
    for (long i = 0; i < count; i++) {
      long offset = lines.next();
      map.add(offset, lines.next());
    }
    content.skipNBytes(-lines.count & TarHeader.BLOCK_BYTES - 1);
    return map.build(size);
  }

  private static long number(String digits) throws Cut {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw nonsense();
    }
  }

  /** Numbers, one a line. */
  private static final class Lines {
    private final InputStream in;
    private final int maxBytes;
    private int count;

    Lines(InputStream in, int maxBytes) {
      this.in = in;
      this.maxBytes = maxBytes;
    }

    long next() throws IOException {
      StringBuilder digits = new StringBuilder();
      while (true) {
        int c = in.read();
        if (c < 0 || ++count > maxBytes || digits.length() > 19) {
          throw nonsense();
        }
        if (c == '\n') {
          return number(digits.toString());
        }
        digits.append((char) c);
      }
    }
  }
}
