package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import mganalyze.finding.Nullable;
import mganalyze.finding.Problem;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** Unpacks with a foreign decoder; whatever that throws at damage becomes a {@link Cut}. */
final class Unpacked extends BulkInput {
  /** {@code xz -9} needs 65 MiB; an attack may ask for 4 GiB. */
  private static final long XZ_MEMORY_BYTES = 128L << 20;

  private final Format format;
  private final Packed packed;
  private @Nullable InputStream decoder;
  private @Nullable Cut cut;

  private Unpacked(Format format, InputStream packed) {
    this.format = format;
    this.packed = new Packed(packed);
  }

  /** Closing the stream leaves {@code packed} open. */
  static InputStream of(Format format, InputStream packed) {
    return format == Format.GZIP ? new GzipInput(packed) : new Unpacked(format, packed);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (cut != null) {
      throw cut;
    }
    try {
      // Made here, since they begin to read when they are made.
      if (decoder == null) {
        decoder = decoder();
      }
      return decoder.read(target, offset, length);
    } catch (Cut e) {
      cut = e;
    } catch (MemoryLimitException e) {
      cut =
          new Cut(
              Problem.Kind.UNREADABLE,
              "unpacking it needs " + e.getMemoryNeeded() / 1024 + " MiB of memory, too much");
    } catch (IOException | RuntimeException e) {
      // The decoders index arrays with what they read, and are not consistent in what they throw.
      cut = damage();
    }
    throw cut;
  }

  private InputStream decoder() throws IOException {
    return switch (format) {
      case BZIP2 -> new BZip2CompressorInputStream(packed, true);
      case XZ -> new XZInputStream(packed, xzMemoryKibibytes());
      case ZSTD -> new ZstdInput(packed);
      default -> throw new IllegalStateException(format + " is no compression");
    };
  }

  private static int xzMemoryKibibytes() {
    return (int) (Math.min(XZ_MEMORY_BYTES, Runtime.getRuntime().maxMemory() / 2) / 1024);
  }

  private Cut damage() {
    String name = format.name().toLowerCase(Locale.ROOT);
    return packed.hasEnded
        ? Cut.truncated("the " + name + " data ends early, at byte " + packed.count)
        : Cut.corrupt("the " + name + " data is damaged, at or before byte " + packed.count);
  }

  /** Counts what a decoder takes, in large pieces: some ask for single bytes. */
  private static final class Packed extends InputStream {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private long count;
    private boolean hasEnded;

    Packed(InputStream in) {
      this.in = in;
    }

    private boolean hasMore() throws IOException {
      if (position < limit) {
        return true;
      }
      position = 0;
      limit = Math.max(0, in.read(buffer, 0, buffer.length));
      count += limit;
      hasEnded = limit == 0;
      return !hasEnded;
    }

    @Override
    public int read() throws IOException {
      return hasMore() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!hasMore()) {
        return -1;
      }
      int taken = Math.min(length, limit - position);
      System.arraycopy(buffer, position, target, offset, taken);
      position += taken;
      return taken;
    }
  }
}
