package mganalyze.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Refuses to give more than a certain number of bytes until it is released: a zip's directory is
 * read into memory, and 46 bytes of it can become ten times as many there.
 */
final class BoundedChannel extends ReadOnlyChannel {
  private static final long MAX_BYTES = 64L << 20;

  private final SeekableByteChannel channel;
  private long left = Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 32);

  BoundedChannel(SeekableByteChannel channel) {
    this.channel = channel;
  }

  void release() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = channel.read(target);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new IOException("the zip's directory is too long to be held in memory");
    }
    return count;
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** The channel belongs to whoever opened it, and may be read again. */
  @Override
  public void close() {}
}
