package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Takes one content into a store. An entry's announced size is only a hint: memory for it is asked
 * for when that much really comes.
 */
final class StoreWriter {
  private static final int FIRST_BYTES = 1 << 20;
  private static final int UNKNOWN_BYTES = 16 * 1024;
  private static final int SPILL_BYTES = 256 * 1024;
  private static final int SHARED_BYTES = 256 * 1024;

  private final Store store;
  private final long expected;
  private byte[] bytes = {};
  private int from;
  private int to;
  private boolean isShared;
  private int count;
  private long spilled;
  private long start = -1;

  StoreWriter(Store store, long expected) {
    this.store = store;
    this.expected = expected;
    isShared = 0 <= expected && expected <= SHARED_BYTES && store.reserve((int) expected);
    if (isShared) {
      bytes = store.block();
      to = store.blockUsed();
      from = to - (int) expected;
    } else {
      int first = (int) (expected < 0 ? UNKNOWN_BYTES : Math.min(expected, FIRST_BYTES));
      own(new byte[Math.min(first, Math.max(SPILL_BYTES, store.memoryLeft()))]);
    }
  }

  private void own(byte[] array) {
    bytes = array;
    from = 0;
    to = array.length;
    isShared = false;
  }

  /** Takes all that the stream gives; what came before a failure stays taken. */
  void readFrom(InputStream in) throws IOException, StoreException {
    while (true) {
      if (from + count == to) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        makeRoom();
        bytes[from + count] = (byte) next;
        count++;
      }
      int read = in.read(bytes, from + count, to - from - count);
      if (read < 0) {
        return;
      }
      count += read;
    }
  }

  private void makeRoom() throws StoreException {
    long wanted = Math.max(expected, Math.max(UNKNOWN_BYTES, 2L * count));
    if (start < 0 && wanted <= store.memoryLeft()) {
      own(Arrays.copyOfRange(bytes, from, from + (int) wanted));
    } else {
      spill();
      if (isShared || bytes.length < SPILL_BYTES) {
        own(new byte[SPILL_BYTES]);
      }
    }
  }

  private void spill() throws StoreException {
    try {
      TempFile file = store.file();
      if (start < 0) {
        start = file.length();
      }
      file.append(bytes, from, count);
    } catch (IOException e) {
      throw new StoreException(e);
    }
    spilled += count;
    count = 0;
  }

  /** What was taken. */
  Content finish() throws StoreException {
    if (isShared) {
      return new MemoryContent(bytes, from, count);
    }
    if (start < 0 && count <= store.memoryLeft()) {
      return store.inMemory(count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
    }
    spill();
    try {
      return new SpilledContent(store.file().channel(), start, spilled);
    } catch (IOException e) {
      throw new StoreException(e);
    }
  }
}
