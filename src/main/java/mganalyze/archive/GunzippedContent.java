package mganalyze.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import mganalyze.finding.Problem;

/** The text inside a gzip file, unpacked whenever it is read. */
final class GunzippedContent extends Content {
  private final Content packed;
  private final Limits limits;
  // Every thread that reads to the end finds the same.
  private volatile long size = -1;
  private volatile Optional<Damage> damage = Optional.empty();

  GunzippedContent(Content packed, Limits limits) {
    this.packed = packed;
    this.limits = limits;
  }

  @Override
  public long size() {
    if (size < 0) {
      try (InputStream in = open()) {
        byte[] buffer = new byte[64 * 1024];
        while (in.read(buffer) >= 0) {
          // the stream counts
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return size;
  }

  @Override
  public byte[] bytes() {
    if (size >= 0) {
      return range(0, arrayLength(size));
    }
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream((int) Math.min(packed.size() * 8, 1 << 24));
    try (InputStream in = open()) {
      in.transferTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Unpacks all that comes before {@code offset} as well. */
  @Override
  public byte[] range(long offset, int length) {
    try (InputStream in = open()) {
      in.skipNBytes(offset);
      return in.readNBytes(length);
    } catch (java.io.EOFException e) {
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream open() {
    return new Unpacking(new GzipInput(new BufferedInputStream(packed.open(), 64 * 1024)));
  }

  @Override
  public Optional<Damage> damage() {
    return damage;
  }

  /** Ends at damage as at the end, and remembers which it was. */
  private final class Unpacking extends FilterInputStream {
    private long count;
    private boolean ended;

    Unpacking(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (ended) {
        return -1;
      }
      int read = -1;
      try {
        read = in.read(target, offset, length);
      } catch (Cut e) {
        damage = Optional.of(new Damage(e.kind(), e.getMessage()));
      }
      if (read > 0 && isOverLimit(count + read)) {
        damage =
            Optional.of(new Damage(Problem.Kind.LIMIT, "it unpacks to more than the limits allow"));
        read = -1;
      }
      if (read < 0) {
        ended = true;
        size = count;
        return -1;
      }
      count += read;
      return read;
    }

    private boolean isOverLimit(long bytes) {
      return bytes > limits.entryBytes() || limits.isRatioExceeded(bytes, packed.size());
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] buffer = new byte[(int) Math.min(count, 64 * 1024)];
      long left = count;
      while (left > 0) {
        int read = read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          break;
        }
        left -= read;
      }
      return count - left;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
