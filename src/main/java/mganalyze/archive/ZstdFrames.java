package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import mganalyze.finding.Problem;

/**
 * Passes zstd frames on to a decoder that knows nothing of skippable frames, and leaves those out.
 * What follows the last frame and is none is left out, too.
 *
 * <p>A frame is {@code magic (4), descriptor (1), window, dictionary id and content size, each
 * where the descriptor says so}, then blocks of {@code header (3), content}, then perhaps a
 * checksum (4).
 */
final class ZstdFrames extends BulkInput {
  /**
   * What the decoder takes; {@code zstd} makes larger ones with {@code --ultra} and {@code --long}.
   */
  private static final long MAX_WINDOW_BYTES = 8 << 20;

  private static final int MAX_HEADER_BYTES = 18;
  private static final int CHECKSUM_BYTES = 4;
  private static final int RLE_BLOCK = 1;

  private final InputStream in;
  private final byte[] header = new byte[MAX_HEADER_BYTES];
  private int headerPosition;
  private int headerLength;
  private long contentLeft;
  private boolean inFrame;
  private boolean isLastBlock;
  private boolean hasChecksum;
  private boolean ended;

  ZstdFrames(InputStream in) {
    this.in = in;
  }

  static boolean isSkippable(byte[] head) {
    return head.length >= 4
        && (head[0] & 0xf0) == 0x50
        && head[1] == 0x2a
        && head[2] == 0x4d
        && head[3] == 0x18;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (headerPosition < headerLength) {
        int count = Math.min(length, headerLength - headerPosition);
        System.arraycopy(header, headerPosition, target, offset, count);
        headerPosition += count;
        return count;
      }
      if (contentLeft > 0) {
        int count = in.read(target, offset, (int) Math.min(length, contentLeft));
        contentLeft -= Math.max(0, count);
        return count;
      }
      if (ended) {
        return -1;
      }
      headerPosition = 0;
      headerLength = 0;
      if (!inFrame) {
        startFrame();
      } else if (isLastBlock) {
        inFrame = false;
        contentLeft = hasChecksum ? CHECKSUM_BYTES : 0;
      } else {
        startBlock();
      }
    }
  }

  private void startFrame() throws IOException {
    boolean isMagic = take(4) && header[1] != 0;
    if (isMagic && isSkippable(header)) {
      isMagic = take(4);
      in.skipNBytes(isMagic ? number(4, 4) : 0);
      headerLength = 0;
      ended = !isMagic;
      return;
    }
    if (headerLength == 4 && number(0, 4) != 0xfd2fb528L) {
      headerLength = 0;
      ended = true;
      return;
    }
    if (!take(1)) {
      return;
    }
    int descriptor = header[4];
    boolean isSingleSegment = (descriptor & 0x20) != 0;
    hasChecksum = (descriptor & 4) != 0;
    int dictionaryBytes = new int[] {0, 1, 2, 4}[descriptor & 3];
    int sizeBytes = new int[] {isSingleSegment ? 1 : 0, 2, 4, 8}[descriptor >> 6 & 3];
    if (!take((isSingleSegment ? 0 : 1) + dictionaryBytes + sizeBytes)) {
      return;
    }
    long size = number(headerLength - sizeBytes, sizeBytes) + (sizeBytes == 2 ? 256 : 0);
    long window = isSingleSegment ? size : window(header[5] & 0xff);
    if (window < 0 || window > MAX_WINDOW_BYTES) {
      throw new Cut(
          Problem.Kind.UNREADABLE,
          "zstd data that was packed with --ultra or --long cannot be read; pack it without");
    }
    inFrame = true;
    isLastBlock = false;
  }

  private static long window(int descriptor) {
    long base = 1L << 10 + (descriptor >> 3);
    return base + base / 8 * (descriptor & 7);
  }

  private void startBlock() throws IOException {
    if (take(3)) {
      long block = number(0, 3);
      isLastBlock = (block & 1) != 0;
      contentLeft = (block >> 1 & 3) == RLE_BLOCK ? 1 : block >> 3;
    }
  }

  /** Adds bytes to the header; false at the end of the data, where the decoder will complain. */
  private boolean take(int count) throws IOException {
    int read = in.readNBytes(header, headerLength, count);
    headerLength += read;
    ended = read < count;
    return !ended;
  }

  private long number(int offset, int length) {
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | header[offset + i] & 0xff;
    }
    return value;
  }
}
