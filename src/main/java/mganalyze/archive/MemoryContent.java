package mganalyze.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** Content kept in memory, in an array of its own or in a part of one. */
final class MemoryContent extends Content {
  private final byte[] bytes;
  private final int from;
  private final int length;

  MemoryContent(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public byte[] bytes() {
    return length == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, from + length);
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes, from, length);
  }

  @Override
  public byte[] range(long offset, int count) {
    int start = (int) Math.min(offset, length);
    int end = start + Math.min(count, length - start);
    return Arrays.copyOfRange(bytes, from + start, from + end);
  }
}
