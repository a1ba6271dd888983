package mganalyze.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import mganalyze.finding.Problem;

/** What a file is, told from its first bytes. */
enum Format {
  GZIP,
  BZIP2,
  XZ,
  ZSTD,
  TAR,
  ZIP,
  EMPTY,
  TEXT,
  OTHER;

  /**
   * @param head 512 bytes, or all there are
   */
  static Format of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    if (startsWith(head, 0x1f, 0x8b, 8)) {
      return GZIP;
    }
    if (startsWith(head, 'P', 'K', 3, 4)
        || startsWith(head, 'P', 'K', 5, 6)
        || startsWith(head, 'P', 'K', 7, 8)) {
      return ZIP;
    }
    if (startsWith(head, 'B', 'Z', 'h') && head.length > 9 && isBzip2Block(head)) {
      return BZIP2;
    }
    if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd) || ZstdFrame.isSkippable(head)) {
      return ZSTD;
    }
    if (head.length == TarHeader.BLOCK_BYTES && TarHeader.isStartOfTar(head)) {
      return TAR;
    }
    return isText(head) ? TEXT : OTHER;
  }

  /** What a file of this kind is, for messages. */
  String description() {
    return switch (this) {
      case EMPTY -> "an empty file";
      case TEXT -> "a text file";
      case OTHER -> "of no known kind";
      default -> "a " + name().toLowerCase(Locale.ROOT) + " file";
    };
  }

  boolean isCompression() {
    return this == GZIP || this == BZIP2 || this == XZ || this == ZSTD;
  }

  /** See {@link EntryHeader#holdsArchive}. */
  boolean holdsArchive(byte[] head, String path) {
    boolean isTold = this == TAR || this == ZIP || this == GZIP;
    return mayHoldArchive(head) && (isTold || isTarName(path.toLowerCase(Locale.ROOT)));
  }

  /** As far as the first bytes tell. */
  boolean mayHoldArchive(byte[] head) {
    return switch (this) {
      case ZIP, BZIP2, XZ, ZSTD -> true;
      // Zeros alone are rather a part of a disk than an empty tar.
      case TAR -> !TarHeader.isZero(head);
      case GZIP -> isTarInGzip(head);
      default -> false;
    };
  }

  private static boolean isTarName(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.contains(".tar.") || name.matches(".*\\.(tbz2?|txz|tzst)");
  }

  /** When the first bytes unpack to less than a tar header, that it is one is taken for granted. */
  private static boolean isTarInGzip(byte[] head) {
    byte[] start = new byte[TarHeader.BLOCK_BYTES];
    int count = 0;
    try (InputStream in = new GzipInput(new ByteArrayInputStream(head))) {
      while (count < start.length) {
        int read = in.read(start, count, start.length - count);
        if (read < 0) {
          return false;
        }
        count += read;
      }
      return TarHeader.isStartOfTar(start) && !TarHeader.isZero(start);
    } catch (Cut e) {
      return e.kind() == Problem.Kind.TRUNCATED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBzip2Block(byte[] head) {
    byte[] magic = Arrays.copyOfRange(head, 4, 10);
    return startsWith(magic, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
        || startsWith(magic, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90);
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0x1b) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
