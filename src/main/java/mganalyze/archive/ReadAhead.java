package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads a stream on a thread of its own, some blocks ahead of whoever reads this one. A failure of
 * the stream is thrown here once everything before it was read, and again at each further read.
 */
final class ReadAhead extends InputStream {
  private static final int BLOCK_BYTES = 256 * 1024;
  private static final int BLOCKS = 8;

  /** The end of the stream is a block of length -1. */
  private record Block(byte[] bytes, int length) {}

  private final InputStream source;
  private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(BLOCKS + 1);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS + 1);
  private final FutureTask<Void> reading = new FutureTask<>(this::readSource);
  private final Thread thread;
  private volatile boolean closed;

  private byte[] bytes = new byte[0];
  private int position;
  private int length;

  /**
   * @param source read on the new thread only, until this stream ends or is closed; closed with it
   */
  ReadAhead(InputStream source, String threadName) {
    this.source = source;
    thread = new Thread(reading, threadName);
    thread.setDaemon(true);
    thread.start();
  }

  private Void readSource() throws IOException, InterruptedException {
    try (source) {
      int allocated = 0;
      while (true) {
        byte[] block = free.poll();
        if (block == null) {
          block = allocated++ < BLOCKS ? new byte[BLOCK_BYTES] : free.take();
        }
        if (closed) {
          return null;
        }
        int count = 0;
        try {
          while (count < BLOCK_BYTES) {
            int read = source.read(block, count, BLOCK_BYTES - count);
            if (read < 0) {
              break;
            }
            count += read;
          }
        } finally {
          // What came before a failure counts.
          filled.add(new Block(block, count));
        }
        if (count < BLOCK_BYTES) {
          return null;
        }
      }
    } finally {
      filled.add(new Block(new byte[0], -1));
    }
  }

  /** The next bytes, which stay to be read: {@code count} or as many as the stream still has. */
  byte[] peek(int count) throws IOException {
    return hasMore()
        ? Arrays.copyOfRange(bytes, position, Math.min(length, position + count))
        : new byte[0];
  }

  private boolean hasMore() throws IOException {
    while (position >= length) {
      if (length < 0) {
        rethrow();
        return false;
      }
      try {
        if (bytes.length > 0) {
          free.add(bytes);
          bytes = new byte[0];
        }
        Block block = filled.take();
        bytes = block.bytes;
        length = block.length;
        position = 0;
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
    return true;
  }

  private void rethrow() throws IOException {
    try {
      reading.get();
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failure) {
        throw failure;
      } else if (cause instanceof RuntimeException failure) {
        throw failure;
      } else if (cause instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(cause);
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while an archive was read");
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? bytes[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int taken = Math.min(count, length - position);
    System.arraycopy(bytes, position, target, offset, taken);
    position += taken;
    return taken;
  }

  @Override
  public long skip(long count) throws IOException {
    long left = count;
    while (left > 0 && hasMore()) {
      int taken = (int) Math.min(left, length - position);
      position += taken;
      left -= taken;
    }
    return count - left;
  }

  /** Reads to the end. */
  void drain() throws IOException {
    while (hasMore()) {
      position = length;
    }
  }

  /** Returns once the source is not read any more; ten seconds are enough for one block. */
  @Override
  public void close() throws IOException {
    closed = true;
    // It may be waiting for a block.
    free.offer(new byte[0]);
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }
}
