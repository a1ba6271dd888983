package mganalyze.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** Content kept in memory. */
final class MemoryContent extends Content {
  private final byte[] bytes;

  MemoryContent(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public byte[] range(long offset, int length) {
    int start = (int) Math.min(offset, bytes.length);
    return Arrays.copyOfRange(bytes, start, start + Math.min(length, bytes.length - start));
  }
}
