package mganalyze.shell;

import java.io.OutputStream;
import java.util.Arrays;

/** Collects what a stage prints, up to a limit. */
final class OutputBuffer extends OutputStream {
  private static final int FIRST_SIZE = 512;
  private final int limit;
  private final Budget budget;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int size;

  OutputBuffer(int limit, Budget budget) {
    this.limit = limit;
    this.budget = budget;
  }

  @Override
  public void write(int b) {
    reserve(1);
    buffer[size++] = (byte) b;
    budget.step();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int fits = Math.min(length, limit - size);
    if (fits > 0) {
      reserve(fits);
      System.arraycopy(bytes, offset, buffer, size, fits);
      size += fits;
    }
    if (fits < length) {
      throw isFull();
    }
    budget.step();
  }

  private void reserve(int length) {
    if (size + length > limit) {
      throw isFull();
    }
    if (size + length > buffer.length) {
      int doubled = (int) Math.min((long) buffer.length * 2, limit);
      buffer = Arrays.copyOf(buffer, Math.max(doubled, size + length));
    }
  }

  private LimitExceededException isFull() {
    return new LimitExceededException("stopped after " + limit + " bytes of output");
  }

  boolean isEmpty() {
    return size == 0;
  }

  /**
   * What was printed so far, not copied. An abandoned thread may still be printing: its size must
   * not be one of a larger array.
   */
  Bytes bytes() {
    int printed = size;
    byte[] array = buffer;
    return new Bytes(array, 0, Math.min(printed, array.length));
  }
}
