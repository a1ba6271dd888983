package mganalyze.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds what is kept of an archive: in memory while that is small, in one temporary file beyond.
 * The file is gone when the store is closed and however else the program ends. One thread fills it;
 * any may read what is in it.
 */
public final class Store implements AutoCloseable {
  private static final long MAX_MEMORY_BYTES = 256L << 20;

  /**
   * Small contents share blocks of this size: the garbage collector copies small arrays again and
   * again while an archive is read, and large ones never.
   */
  private static final int BLOCK_BYTES = (4 << 20) - 64;

  private final long memoryBudget;
  private final Path temporaryFolder;
  private long memoryBytes;
  private byte[] block = new byte[0];
  private int blockUsed;
  private Optional<TempFile> file = Optional.empty();

  private Store(long memoryBudget, Path temporaryFolder) {
    this.memoryBudget = memoryBudget;
    this.temporaryFolder = temporaryFolder;
  }

  /** With a quarter of the heap, at most 256 MiB, for content; the rest goes to a file. */
  public static Store create() {
    return withMemory(Math.min(MAX_MEMORY_BYTES, Runtime.getRuntime().maxMemory() / 4));
  }

  /** With that many bytes of memory for content. */
  public static Store withMemory(long bytes) {
    return withMemory(bytes, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** As {@link #withMemory(long)}, with the folder that the file is made in. */
  public static Store withMemory(long bytes, Path temporaryFolder) {
    return new Store(bytes, temporaryFolder);
  }

  /** Begins a content of {@code expectedBytes}, or -1 if that is not known. */
  StoreWriter writer(long expectedBytes) {
    return new StoreWriter(this, expectedBytes);
  }

  /** The longest content that may be kept in memory now: no one content shall take it all. */
  int memoryLeft() {
    return (int) Math.min(memoryBudget - memoryBytes, Math.min(memoryBudget / 4, 1 << 30));
  }

  MemoryContent inMemory(byte[] bytes) {
    memoryBytes += bytes.length;
    return new MemoryContent(bytes, 0, bytes.length);
  }

  /** Takes room in a block; false if no memory is left for another one. */
  boolean reserve(int length) {
    if (block.length - blockUsed < length) {
      if (memoryBudget - memoryBytes < BLOCK_BYTES) {
        return false;
      }
      block = new byte[BLOCK_BYTES];
      blockUsed = 0;
      memoryBytes += BLOCK_BYTES;
    }
    blockUsed += length;
    return true;
  }

  /** The block in which room was taken last: the room ends at {@link #blockUsed}. */
  byte[] block() {
    return block;
  }

  int blockUsed() {
    return blockUsed;
  }

  TempFile file() throws IOException {
    if (file.isEmpty()) {
      file = Optional.of(new TempFile(temporaryFolder));
    }
    return file.get();
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
