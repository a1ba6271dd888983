package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Content left where it is, in a file of a directory that was given to analyze. */
final class FileContent extends Content {
  private final Path path;
  private final long size;

  FileContent(Path path, long size) {
    this.path = path;
    this.size = size;
  }

  static FileChannel openChannel(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  private FileChannel channel() throws IOException {
    FileChannel channel = openChannel(path);
    if (channel.size() < size) {
      channel.close();
      throw new IOException("the file changed while the directory was read");
    }
    return channel;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() {
    try {
      return new ChannelInput(channel(), 0, size, true);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public byte[] range(long offset, int length) {
    byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size - offset))];
    try (FileChannel channel = channel()) {
      ChannelInput.readFully(channel, offset, bytes);
    } catch (IOException e) {
      throw unreadable(e);
    }
    return bytes;
  }

  private static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("cannot be read: " + DirectoryReader.reason(e), e);
  }
}
