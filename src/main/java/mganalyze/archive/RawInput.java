package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** The archive as it lies on disk: counted and hashed while it is read. */
final class RawInput extends BulkInput {
  private final InputStream in;
  private final MessageDigest digest;
  private final AtomicLong count = new AtomicLong();

  RawInput(InputStream in) {
    this.in = in;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Bytes read so far. */
  long count() {
    return count.get();
  }

  /** Once all was read: SHA-256 of it, lower-case hexadecimal. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      read = in.read(target, offset, length);
    } catch (IOException e) {
      throw Cut.truncated("reading fails after byte " + count.get() + ": " + e.getMessage());
    }
    if (read > 0) {
      digest.update(target, offset, read);
      count.addAndGet(read);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
