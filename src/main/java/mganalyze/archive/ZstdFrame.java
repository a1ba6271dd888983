package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import mganalyze.finding.Nullable;
import mganalyze.finding.Problem;

/**
 * One frame of zstd data, made ready for a decoder that gives its last megabytes only when a frame
 * has ended well: a frame that was cut ends, for the decoder, after its last whole block, and the
 * checksum is left for {@link ZstdInput} to compare.
 *
 * <p>A frame is {@code magic (4), descriptor (1), window, dictionary id and content size, each
 * where the descriptor says so}, then blocks of {@code header (3), content}, then perhaps a
 * checksum (4).
 */
final class ZstdFrame extends BulkInput {
  private static final long MAGIC = 0xfd2fb528L;
  private static final int CHECKSUM_FLAG = 4;
  private static final int SINGLE_SEGMENT_FLAG = 0x20;
  private static final int CHECKSUM_BYTES = 4;
  private static final int BLOCK_HEADER_BYTES = 3;
  private static final int MAX_BLOCK_BYTES = 128 * 1024;
  private static final int RLE_BLOCK = 1;

  /**
   * What the decoder takes; {@code zstd} makes larger ones with {@code --ultra} and {@code --long}.
   */
  private static final long MAX_WINDOW_BYTES = 8 << 20;

  private final InputStream in;
  // The frame's header, then one block after the other.
  private final byte[] part = new byte[BLOCK_HEADER_BYTES + MAX_BLOCK_BYTES];
  private int position;
  private int length;
  private boolean hasChecksum;
  private boolean isLastBlock;
  private boolean isTruncated;
  private OptionalLong checksum = OptionalLong.empty();

  private ZstdFrame(InputStream in) {
    this.in = in;
  }

  static boolean isSkippable(byte[] head) {
    return head.length >= 4
        && (head[0] & 0xf0) == 0x50
        && head[1] == 0x2a
        && head[2] == 0x4d
        && head[3] == 0x18;
  }

  /** The next frame, or null at the end of the data; what follows and is no frame is left out. */
  static @Nullable ZstdFrame next(InputStream in) throws IOException {
    while (true) {
      ZstdFrame frame = new ZstdFrame(in);
      if (!frame.take(4)) {
        return null;
      }
      if (frame.number(0, 4) == MAGIC) {
        frame.start();
        return frame;
      }
      if (!isSkippable(frame.part) || !frame.take(4)) {
        return null;
      }
      in.skipNBytes(frame.number(4, 4));
    }
  }

  /** Whether the data ended before the frame did. */
  boolean isTruncated() {
    return isTruncated;
  }

  /** After the frame's end: the low half of the hash of its content, if the frame has it. */
  OptionalLong checksum() {
    return checksum;
  }

  private void start() throws IOException {
    if (!take(1)) {
      endEarly();
      return;
    }
    int descriptor = part[4];
    hasChecksum = (descriptor & CHECKSUM_FLAG) != 0;
    part[4] = (byte) (descriptor & ~CHECKSUM_FLAG);
    boolean isSingleSegment = (descriptor & SINGLE_SEGMENT_FLAG) != 0;
    int dictionaryBytes = new int[] {0, 1, 2, 4}[descriptor & 3];
    int sizeBytes = new int[] {isSingleSegment ? 1 : 0, 2, 4, 8}[descriptor >> 6 & 3];
    if (!take((isSingleSegment ? 0 : 1) + dictionaryBytes + sizeBytes)) {
      endEarly();
      return;
    }
    long size = number(length - sizeBytes, sizeBytes) + (sizeBytes == 2 ? 256 : 0);
    long window = isSingleSegment ? size : window(part[5] & 0xff);
    if (window < 0 || window > MAX_WINDOW_BYTES) {
      throw new Cut(
          Problem.Kind.UNREADABLE,
          "zstd data that was packed with --ultra or --long cannot be read; pack it without");
    }
  }

  private static long window(int descriptor) {
    long base = 1L << 10 + (descriptor >> 3);
    return base + base / 8 * (descriptor & 7);
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (position == length) {
      position = 0;
      length = 0;
      if (isLastBlock || isTruncated) {
        return -1;
      }
      takeBlock();
    }
    int taken = Math.min(count, length - position);
    System.arraycopy(part, position, target, offset, taken);
    position += taken;
    return taken;
  }

  private void takeBlock() throws IOException {
    if (!take(BLOCK_HEADER_BYTES)) {
      endEarly();
      return;
    }
    long header = number(0, BLOCK_HEADER_BYTES);
    isLastBlock = (header & 1) != 0;
    long bytes = (header >> 1 & 3) == RLE_BLOCK ? 1 : header >> 3;
    if (header >> 3 > MAX_BLOCK_BYTES) {
      throw Cut.corrupt("the zstd data is damaged");
    }
    if (!take((int) bytes)) {
      endEarly();
    } else if (isLastBlock && hasChecksum) {
      byte[] bytesOfChecksum = in.readNBytes(CHECKSUM_BYTES);
      isTruncated = bytesOfChecksum.length < CHECKSUM_BYTES;
      checksum =
          isTruncated ? OptionalLong.empty() : OptionalLong.of(number(bytesOfChecksum, 0, 4));
    }
  }

  /** Ends with an empty block, called the last, in place of what is incomplete. */
  private void endEarly() {
    isTruncated = true;
    length = BLOCK_HEADER_BYTES;
    part[0] = 1;
    part[1] = 0;
    part[2] = 0;
  }

  private boolean take(int count) throws IOException {
    int read = in.readNBytes(part, length, count);
    length += read;
    return read == count;
  }

  private long number(int offset, int count) {
    return number(part, offset, count);
  }

  private static long number(byte[] bytes, int offset, int count) {
    long value = 0;
    for (int i = offset + count - 1; i >= offset; i--) {
      value = value << 8 | bytes[i] & 0xff;
    }
    return value;
  }
}
