package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;

/** Content kept in the store's temporary file. */
final class SpilledContent extends Content {
  private final FileChannel channel;
  private final long start;
  private final long size;

  SpilledContent(FileChannel channel, long start, long size) {
    this.channel = channel;
    this.start = start;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() {
    return new ChannelInput(channel, start, size, false);
  }

  @Override
  public byte[] range(long offset, int length) {
    byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size - offset))];
    try {
      if (ChannelInput.readFully(channel, start + offset, bytes) < bytes.length) {
        throw new IOException("the temporary file was cut by another program");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the temporary file: " + e.getMessage(), e);
    }
    return bytes;
  }
}
