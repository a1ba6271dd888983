package mganalyze.archive;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A content as a file to read in any order. */
final class ContentChannel extends ReadOnlyChannel {
  private final Content content;
  private long position;
  private boolean open = true;

  ContentChannel(Content content) {
    this.content = content;
  }

  @Override
  public int read(ByteBuffer target) {
    if (position >= content.size()) {
      return -1;
    }
    byte[] bytes = content.range(position, target.remaining());
    target.put(bytes);
    position += bytes.length;
    return bytes.length;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return content.size();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
