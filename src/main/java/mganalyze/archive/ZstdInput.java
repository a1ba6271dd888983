package mganalyze.archive;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Unpacks zstd: frames one after the other, skippable ones left out. */
final class ZstdInput extends BulkInput {
  private final InputStream in;
  private ZstdFrame frame;
  private InputStream decoder;
  private XxHash64 hash;

  ZstdInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (frame == null) {
        frame = ZstdFrame.next(in);
        if (frame == null) {
          return -1;
        }
        decoder = new ZstdInputStream(frame);
        hash = new XxHash64();
      }
      int count = decoder.read(target, offset, length);
      if (count >= 0) {
        hash.update(target, offset, count);
        return count;
      }
      check();
      frame = null;
    }
  }

  private void check() throws Cut {
    if (frame.isTruncated()) {
      throw Cut.truncated("the zstd data ends early");
    }
    OptionalLong expected = frame.checksum();
    if (expected.isPresent() && expected.getAsLong() != (hash.value() & 0xffffffffL)) {
      throw Cut.corrupt("the zstd data has a wrong checksum; any part of it may be wrong");
    }
  }
}
