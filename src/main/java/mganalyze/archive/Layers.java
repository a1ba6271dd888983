package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
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
      try (ReadAhead unpacked = new ReadAhead(Unpacked.of(format, in), "archive-unpack")) {
        byte[] start = unpacked.peek(TarHeader.BLOCK_BYTES);
        read(unpacked, start, Optional.empty(), delivery, compressions + 1);
        unpacked.drain();
      }
      return;
    }
    switch (format) {
      case TAR -> new TarReader(in, delivery).read();
      case ZIP -> readZip(in, file, delivery);
      default -> {
        if (head.length < TarHeader.BLOCK_BYTES) {
          // Damage right at the start shows only when more is read.
          in.transferTo(OutputStream.nullOutputStream());
        }
        String subject = compressions == 0 ? "it is " : "it holds ";
        throw new Cut(Problem.Kind.UNREADABLE, "not an archive: " + subject + format.description());
      }
    }
  }

  /** A zip is read from its end, so it has to lie somewhere. */
  private static void readZip(InputStream in, Optional<Path> file, Delivery delivery)
      throws IOException {
    if (file.isPresent()) {
      try (FileChannel channel = FileChannel.open(file.get())) {
        new ZipReader(channel, delivery).read();
      }
      return;
    }
    StoreWriter writer = delivery.session().store().writer(-1);
    Cut cut = null;
    try {
      writer.readFrom(in);
    } catch (Cut.LimitReached e) {
      throw e;
    } catch (Cut e) {
      cut = e;
    }
    new ZipReader(new ContentChannel(writer.finish()), delivery).read();
    if (cut != null) {
      throw cut;
    }
  }
}
