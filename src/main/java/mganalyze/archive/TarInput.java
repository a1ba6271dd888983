package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a tar, counted; entries are padded to blocks. */
final class TarInput {
  static final int BLOCK_BYTES = TarHeader.BLOCK_BYTES;

  private static final long SKIP_BYTES = 64L << 20;

  private final InputStream in;
  private final Budget budget;
  private long offset;

  TarInput(InputStream in, Budget budget) {
    this.in = in;
    this.budget = budget;
  }

  /** Bytes read so far. */
  long offset() {
    return offset;
  }

  /** Fills the block; returns whether there was enough. */
  boolean readBlock(byte[] block) throws IOException {
    int count = in.readNBytes(block, 0, BLOCK_BYTES);
    offset += count;
    budget.takeBytes(count);
    return count == BLOCK_BYTES;
  }

  /** The content of an entry and the padding after it. */
  byte[] readContent(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    offset += bytes.length;
    if (bytes.length < size) {
      throw ended();
    }
    skip(padding(size));
    return bytes;
  }

  /** Skips the content of an entry and the padding after it. */
  void skipContent(long size) throws IOException {
    skip(size);
    skip(padding(size));
  }

  void skip(long count) throws IOException {
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

  static long padding(long size) {
    return -size & BLOCK_BYTES - 1;
  }

  Cut ended() {
    return Cut.truncated("the tar ends at byte " + offset + ", within this entry");
  }

  Body body(long size) {
    return new Body(size);
  }

  /** The content of one entry. */
  final class Body extends BulkInput {
    private long left;
    private boolean isBroken;

    private Body(long size) {
      left = size;
    }

    long left() {
      return left;
    }

    /** Whether the tar itself has failed or ended within this entry. */
    boolean isBroken() {
      return isBroken;
    }

    /** Skips what was not read. */
    void skipRest() throws IOException {
      TarInput.this.skip(left);
      left = 0;
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
