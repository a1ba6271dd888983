package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import mganalyze.finding.Problem;

/**
 * The content of one entry, as long as its {@link Store} is open. Any number of threads may read
 * it. Where the bytes cannot be got any more (the disk fails, a file of a directory changed since
 * it was visited), the methods throw {@link java.io.UncheckedIOException}, and the streams {@link
 * IOException}; the message is one line without the entry's path.
 */
public abstract sealed class Content
    permits MemoryContent, SpilledContent, FileContent, GunzippedContent {

  /** Why a content ends before its time. */
  public record Damage(Problem.Kind kind, String detail) {}

  /** In bytes. */
  public abstract long size();

  /**
   * All of it; not to be changed, since it may be the store's own copy. Throws {@link
   * OutOfMemoryError} if there is more of it than an array holds.
   */
  public byte[] bytes() {
    return range(0, arrayLength(size()));
  }

  /** Reads it from the start; to be closed. */
  public abstract InputStream open();

  /** The bytes from {@code offset}, {@code length} of them or as many as there are. */
  public abstract byte[] range(long offset, int length);

  /**
   * The text inside if this is a gzip file, else this. It is unpacked anew each time it is read;
   * its size is known only by unpacking it.
   */
  public Content decompressed() {
    return decompressed(Limits.defaults());
  }

  /** As {@link #decompressed()}, with other limits on size and ratio. */
  public Content decompressed(Limits limits) {
    byte[] magic = range(0, 3);
    boolean isGzip =
        magic.length == 3 && magic[0] == 0x1f && magic[1] == (byte) 0x8b && magic[2] == 8;
    return isGzip ? new GunzippedContent(this, limits) : this;
  }

  /**
   * For {@link #decompressed} content, once it was read to its end: why that came early. What could
   * be unpacked before is the content.
   */
  public Optional<Damage> damage() {
    return Optional.empty();
  }

  static int arrayLength(long size) {
    // Some virtual machines cannot make arrays of the last few lengths.
    if (size > Integer.MAX_VALUE - 16) {
      throw new OutOfMemoryError("content of " + size + " bytes in one array");
    }
    return (int) size;
  }
}
