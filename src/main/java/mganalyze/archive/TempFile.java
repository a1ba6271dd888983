package mganalyze.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file without a name: it is deleted as soon as it is open, so that it is gone however the
 * program ends. Windows keeps the name until the file is closed, and deletes it then, even for a
 * killed program.
 */
final class TempFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private long length;

  TempFile(Path folder) throws IOException {
    try {
      path = Files.createTempFile(folder, "mg-analyze-", ".tmp");
    } catch (IOException e) {
      throw new IOException("cannot make a temporary file in " + folder + ": " + reason(e), e);
    }
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    Files.deleteIfExists(path);
  }

  FileChannel channel() {
    return channel;
  }

  /** The offset at which the next bytes go. */
  long length() {
    return length;
  }

  void append(byte[] bytes, int from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, count);
    try {
      while (buffer.hasRemaining()) {
        length += channel.write(buffer, length);
      }
    } catch (IOException e) {
      throw new IOException("cannot write the temporary file " + path + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
