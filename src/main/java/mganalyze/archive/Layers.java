package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import mganalyze.finding.Problem;

/** Takes off compressions until there is a container, and reads that. */
final class Layers {
  /** More than one is a slip of whoever packed it, more than a few an attack. */
  private static final int MAX_COMPRESSIONS = 3;

  private Layers() {}

  /**
   * @param head the first bytes of {@code in}, still to be read
   * @param file where the very same bytes lie in a file
   * @throws Cut of kind unreadable if this is no archive, of another kind if it ends early
   */
  static void read(InputStream in, byte[] head, Optional<Path> file, Delivery delivery)
      throws IOException {
    read(in, head, file, delivery, 0);
  }

  private static void read(
      InputStream in, byte[] head, Optional<Path> file, Delivery delivery, int compressions)
      throws IOException {
    Format format = Format.of(head);
    if (format.isCompression() && compressions < MAX_COMPRESSIONS) {
      try (ReadAhead unpacked = new ReadAhead(new GzipInput(in), "archive-unpack")) {
        byte[] start = unpacked.peek(TarHeader.BLOCK_BYTES);
        read(unpacked, start, Optional.empty(), delivery, compressions + 1);
        unpacked.drain();
      }
      return;
    }
    switch (format) {
      case TAR -> new TarReader(in, delivery).read();
      case ZIP -> throw notAnArchive("zip");
      case EMPTY -> throw notAnArchive(compressions == 0 ? "it is empty" : "it holds nothing");
      case TEXT ->
          throw notAnArchive(compressions == 0 ? "it is a text file" : "it holds a text file");
      default -> throw notAnArchive("its content is of no known kind");
    }
  }

  private static Cut notAnArchive(String why) {
    return new Cut(Problem.Kind.UNREADABLE, "not an archive: " + why);
  }
}
