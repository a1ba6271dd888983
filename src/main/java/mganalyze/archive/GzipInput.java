package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip: members one after the other, as {@code gzip -dc} takes them. Other than {@link
 * java.util.zip.GZIPInputStream} it gives all that comes before damage, says at which byte that is,
 * and unpacks straight into large blocks. What follows the last member and is none is ignored.
 */
final class GzipInput extends BulkInput {
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] packed = new byte[64 * 1024];
  private int position;
  private int limit;
  private long packedBytes;
  private boolean inMember;
  private boolean ended;

  GzipInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember && !startMember()) {
        ended = true;
        break;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        checksum.update(target, offset, count);
        return count;
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      while (true) {
        int count = inflater.inflate(target, offset, length);
        if (count > 0) {
          return count;
        }
        if (inflater.finished()) {
          position = limit - inflater.getRemaining();
          endMember();
          return 0;
        }
        if (inflater.needsDictionary()) {
          throw Cut.corrupt("the gzip data is damaged at byte " + offset());
        }
        if (!fill()) {
          throw Cut.truncated("the gzip data ends early, at byte " + packedBytes);
        }
        inflater.setInput(packed, 0, limit);
      }
    } catch (DataFormatException e) {
      position = limit - inflater.getRemaining();
      throw Cut.corrupt("the gzip data is damaged at byte " + offset());
    }
  }

  private boolean startMember() throws IOException {
    boolean first = offset() == 0;
    int magic = nextOrEnd();
    // Some writers pad with zeros.
    while (!first && magic == 0) {
      magic = nextOrEnd();
    }
    if (magic < 0) {
      return false;
    }
    if (magic != 0x1f || nextOrEnd() != 0x8b) {
      if (first) {
        throw Cut.corrupt("the gzip data does not start as such");
      }
      return false;
    }
    next();
    int flags = next();
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(packed, position, limit - position);
    checksum.reset();
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    inMember = false;
    long expected = nextInt();
    long length = nextInt();
    if (expected != checksum.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw Cut.corrupt(
          "the gzip data has a wrong checksum at byte "
              + offset()
              + "; any part of it may be wrong");
    }
  }

  private long nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // the name is of no use
    }
  }

  private int next() throws IOException {
    int next = nextOrEnd();
    if (next < 0) {
      throw Cut.truncated("the gzip data ends early, at byte " + packedBytes);
    }
    return next;
  }

  private int nextOrEnd() throws IOException {
    return position < limit || fill() ? packed[position++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = 0;
    int count = in.read(packed, 0, packed.length);
    if (count <= 0) {
      return false;
    }
    limit = count;
    packedBytes += count;
    return true;
  }

  /** The offset, in the packed data, of what is looked at next. */
  private long offset() {
    return packedBytes - (limit - position);
  }

  /** Frees memory; the packed stream stays open. */
  @Override
  public void close() {
    ended = true;
    inflater.end();
  }
}
