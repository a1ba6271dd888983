package mganalyze.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import mganalyze.finding.Problem;

/**
 * Reads an unpacked archive, in the order of names. Neither links nor anything but regular files
 * and directories is opened, so that the directory is never left.
 */
final class DirectoryReader {
  private final Path root;
  private final Delivery delivery;
  private final AtomicLong bytesRead;

  /**
   * @param bytesRead is raised by the size of each file that is read
   */
  DirectoryReader(Path root, Delivery delivery, AtomicLong bytesRead) {
    this.root = root;
    this.bytesRead = bytesRead;
    this.delivery = delivery;
  }

  void read() throws IOException {
    read(root, "");
  }

  private void read(Path directory, String prefix) throws IOException {
    for (Path path : list(directory, prefix)) {
      delivery.takeEntry();
      String name = prefix + path.getFileName();
      BasicFileAttributes attributes;
      try {
        attributes =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      } catch (IOException e) {
        delivery.unreadable(name, reason(e));
        continue;
      }
      if (attributes.isDirectory()) {
        read(path, name + "/");
      } else if (attributes.isRegularFile()) {
        file(path, name, attributes);
      } else if (attributes.isSymbolicLink()) {
        delivery.problem(name, Problem.Kind.LINK_SKIPPED, "symbolic link" + target(path));
      } else {
        delivery.problem(name, Problem.Kind.LINK_SKIPPED, "neither file nor directory");
      }
    }
  }

  private List<Path> list(Path directory, String prefix) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(paths::add);
    } catch (DirectoryIteratorException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      delivery.problem(prefix, Problem.Kind.UNREADABLE, reason(cause));
    } catch (IOException e) {
      delivery.problem(prefix, Problem.Kind.UNREADABLE, reason(e));
    }
    paths.sort(null);
    return paths;
  }

  private void file(Path path, String name, BasicFileAttributes attributes) throws IOException {
    long size = attributes.size();
    try (FileChannel channel = FileContent.openChannel(path)) {
      bytesRead.addAndGet(size);
      delivery.file(
          name,
          size,
          Optional.of(attributes.lastModifiedTime().toInstant()),
          new UnreadableAsCut(new ChannelInput(channel, 0, size, false)),
          Optional.of(path));
      delivery.takeUnpacked(size);
    } catch (Cut.LimitReached e) {
      throw e;
    } catch (Cut e) {
      delivery.damaged(e);
    } catch (FileSystemException e) {
      delivery.unreadable(name, reason(e));
    }
  }

  private static String target(Path link) {
    try {
      return " to " + EntryLabel.printable(Files.readSymbolicLink(link).toString());
    } catch (IOException e) {
      return "";
    }
  }

  /** A file system's failure in words; its messages are often but the path. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** A file that fails while it is read costs that file, not the others. */
  private static final class UnreadableAsCut extends BulkInput {
    private final ChannelInput in;

    UnreadableAsCut(ChannelInput in) {
      this.in = in;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (IOException e) {
        throw new Cut(Problem.Kind.UNREADABLE, reason(e));
      }
    }
  }
}
