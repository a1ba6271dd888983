package mganalyze.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * One header block of a tar: v7, ustar, GNU and PAX share its layout.
 *
 * <pre>
 *   0 name (100)   100 mode   108 uid   116 gid   124 size (12, octal)   136 mtime (12)
 * 148 checksum (8) 156 type   157 link target (100)   257 "ustar"   345 prefix (155; not GNU)
 * </pre>
 */
final class TarHeader {
  static final int BLOCK_BYTES = 512;

  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;

  private final byte[] block;

  private TarHeader(byte[] block) {
    this.block = block;
  }

  /** Empty if the block's checksum is wrong; the block is not copied. */
  static Optional<TarHeader> parse(byte[] block) {
    return hasChecksum(block) ? Optional.of(new TarHeader(block)) : Optional.empty();
  }

  /** A tar starts with a header, or, without entries, with zeros. */
  static boolean isStartOfTar(byte[] block) {
    return hasChecksum(block) || isUstar(block) || isZero(block);
  }

  static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUstar(byte[] block) {
    return block[MAGIC] == 'u'
        && block[MAGIC + 1] == 's'
        && block[MAGIC + 2] == 't'
        && block[MAGIC + 3] == 'a'
        && block[MAGIC + 4] == 'r';
  }

  private static boolean hasChecksum(byte[] block) {
    long expected = octal(block, CHECKSUM, 8);
    // Some old writers summed signed bytes.
    return expected > 0 && (expected == sum(block, 0xff) || expected == sum(block, -1));
  }

  /** Of the bytes under a mask, the checksum itself read as blanks. */
  private static int sum(byte[] block, int mask) {
    int sum = (TYPE - CHECKSUM) * ' ';
    for (int i = 0; i < CHECKSUM; i++) {
      sum += block[i] & mask;
    }
    for (int i = TYPE; i < BLOCK_BYTES; i++) {
      sum += block[i] & mask;
    }
    return sum;
  }

  char type() {
    return (char) (block[TYPE] & 0xff);
  }

  String name() {
    String name = text(0, 100);
    boolean isGnu = block[MAGIC + 5] == ' ';
    if (isUstar(block) && !isGnu && block[345] != 0) {
      return text(345, 155) + "/" + name;
    }
    return name;
  }

  String linkTarget() {
    return text(157, 100);
  }

  /** In bytes; -1 if it makes no sense. */
  long size() {
    return number(block, 124, 12);
  }

  Optional<Instant> modified() {
    long seconds = number(block, 136, 12);
    // Instant takes no more than this; nobody means it.
    return seconds < 0 || seconds > 253_402_300_799L
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds));
  }

  /** Of a sparse file of the old GNU kind: its size with the zeros between the parts. */
  long sparseSize() {
    return number(block, 483, 12);
  }

  /** Of the same: the first parts; returns whether a block with more follows. */
  boolean addSparseParts(SparseMap.Builder map) throws Cut {
    return addSparseParts(block, 386, 4, map);
  }

  /** As {@link #addSparseParts}, from a block that follows the header. */
  static boolean addMoreSparseParts(byte[] block, SparseMap.Builder map) throws Cut {
    return addSparseParts(block, 0, 21, map);
  }

  private static boolean addSparseParts(byte[] block, int start, int count, SparseMap.Builder map)
      throws Cut {
    int offset = start;
    for (int i = 0; i < count; i++, offset += 24) {
      if (block[offset + 12] != 0) {
        map.add(number(block, offset, 12), number(block, offset + 12, 12));
      }
    }
    return block[start + 24 * count] != 0;
  }

  /** Octal digits, or, for what they cannot say, a big-endian number after a byte 0x80. */
  private static long number(byte[] block, int offset, int length) {
    int first = block[offset] & 0xff;
    if (first < 0x80) {
      return octal(block, offset, length);
    }
    long value = first & 0x7f;
    for (int i = offset + 1; i < offset + length; i++) {
      if (value > Long.MAX_VALUE >> 8) {
        return -1;
      }
      value = value << 8 | block[i] & 0xff;
    }
    return value;
  }

  private static long octal(byte[] block, int offset, int length) {
    int i = offset;
    int end = offset + length;
    while (i < end && block[i] == ' ') {
      i++;
    }
    long value = 0;
    while (i < end && block[i] >= '0' && block[i] <= '7') {
      value = value * 8 + block[i] - '0';
      i++;
    }
    return i < end && block[i] != 0 && block[i] != ' ' ? -1 : value;
  }

  private String text(int offset, int length) {
    int end = offset;
    while (end < offset + length && block[end] != 0) {
      end++;
    }
    return new String(block, offset, end - offset, StandardCharsets.UTF_8);
  }
}
