package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks the deflated data of one zip entry, all of it that comes before damage. */
final class InflatedInput extends BulkInput {
  private final InputStream packed;
  private final Inflater inflater;
  private final byte[] buffer = new byte[16 * 1024];

  /**
   * @param inflater of raw deflate data; is reset, and belongs to the caller
   */
  InflatedInput(InputStream packed, Inflater inflater) {
    this.packed = packed;
    this.inflater = inflater;
    inflater.reset();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (true) {
        int count = inflater.inflate(target, offset, length);
        if (count > 0) {
          return count;
        }
        if (inflater.finished()) {
          return -1;
        }
        if (inflater.needsDictionary()) {
          throw damaged();
        }
        int read = packed.read(buffer, 0, buffer.length);
        if (read <= 0) {
          throw Cut.truncated("the entry's data ends early, after " + total() + " bytes");
        }
        inflater.setInput(buffer, 0, read);
      }
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  private Cut damaged() {
    return Cut.corrupt("the entry's data is damaged after " + total() + " bytes");
  }

  private long total() {
    return inflater.getBytesWritten();
  }
}
