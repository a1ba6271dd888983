package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Puts the stored parts of a sparse file where they belong, and zeros between them. */
final class SparseInput extends BulkInput {
  private final InputStream stored;
  private final SparseMap map;
  private int part;
  private long position;

  SparseInput(InputStream stored, SparseMap map) {
    this.stored = stored;
    this.map = map;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position >= map.size()) {
      return -1;
    }
    while (part < map.offsets().size() && position >= end(part)) {
      part++;
    }
    boolean isLast = part == map.offsets().size();
    long next = isLast ? map.size() : map.offsets().get(part);
    int count;
    if (position < next) {
      count = (int) Math.min(length, next - position);
      Arrays.fill(target, offset, offset + count, (byte) 0);
    } else {
      count = stored.read(target, offset, (int) Math.min(length, end(part) - position));
      if (count < 0) {
        throw Cut.corrupt("a sparse file has less content than its map says");
      }
    }
    position += count;
    return count;
  }

  private long end(int index) {
    return map.offsets().get(index) + map.lengths().get(index);
  }
}
