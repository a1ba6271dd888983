package mganalyze.archive;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import mganalyze.finding.Nullable;

/** Unpacks zstd: frames one after the other, skippable ones left out. */
final class ZstdInput extends BulkInput {
  private final InputStream in;
  private @Nullable Decoding current;

  /** A frame that is being read. */
  private record Decoding(ZstdFrame frame, InputStream decoder, XxHash64 hash) {
    static @Nullable Decoding next(InputStream in) throws IOException {
      ZstdFrame frame = ZstdFrame.next(in);
      return frame == null ? null : new Decoding(frame, new ZstdInputStream(frame), new XxHash64());
    }

    /** Looks at the end of the frame. */
    void check() throws Cut {
      if (frame.isTruncated()) {
        throw Cut.truncated("the zstd data ends early");
      }
      OptionalLong expected = frame.checksum();
      if (expected.isPresent() && expected.getAsLong() != (hash.value() & 0xffffffffL)) {
        throw Cut.corrupt("the zstd data has a wrong checksum; any part of it may be wrong");
      }
    }
  }

  ZstdInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      Decoding frame = current;
      if (frame == null) {
        frame = Decoding.next(in);
        current = frame;
      }
      if (frame == null) {
        return -1;
      }
      int count = frame.decoder().read(target, offset, length);
      if (count >= 0) {
        frame.hash().update(target, offset, count);
        return count;
      }
      frame.check();
      current = null;
    }
  }
}
