package mganalyze.archive;

/** Walks over the frames of zstd data. */
final class ZstdFrames {
  private ZstdFrames() {}

  static boolean isSkippable(byte[] head) {
    return head.length >= 4
        && (head[0] & 0xf0) == 0x50
        && head[1] == 0x2a
        && head[2] == 0x4d
        && head[3] == 0x18;
  }
}
