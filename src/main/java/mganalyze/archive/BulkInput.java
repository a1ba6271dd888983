package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read in bulk; single bytes are the exception. */
abstract class BulkInput extends InputStream {
  @Override
  public abstract int read(byte[] target, int offset, int length) throws IOException;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
