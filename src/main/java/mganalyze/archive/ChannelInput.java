package mganalyze.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a part of a file without moving the channel's own position. */
final class ChannelInput extends BulkInput {
  private final FileChannel channel;
  private long position;
  private final long end;
  private final boolean ownsChannel;

  /**
   * @param ownsChannel whether the channel is closed with this stream
   */
  ChannelInput(FileChannel channel, long offset, long length, boolean ownsChannel) {
    this.channel = channel;
    this.ownsChannel = ownsChannel;
    this.position = offset;
    this.end = offset + length;
  }

  /** Fills an array with a part of a file; stops early at the file's end. Returns the count. */
  static int readFully(FileChannel channel, long offset, byte[] target) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(target);
    while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
      // until it is full
    }
    return buffer.position();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int wanted = (int) Math.min(length, end - position);
    if (wanted <= 0) {
      return -1;
    }
    int count = channel.read(ByteBuffer.wrap(target, offset, wanted), position);
    if (count < 0) {
      throw new IOException("the file was cut while it was read");
    }
    position += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, end - position));
    position += skipped;
    return skipped;
  }

  @Override
  public void close() throws IOException {
    if (ownsChannel) {
      channel.close();
    }
  }
}
