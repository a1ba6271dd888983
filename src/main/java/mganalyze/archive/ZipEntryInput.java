package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import mganalyze.finding.Nullable;

/** The content of a zip's entry, compared with its checksum; damage is a {@link Cut}. */
final class ZipEntryInput extends BulkInput {
  /** Opens the content when it is first read. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** What the content should be, each -1 if that is not known. */
  record Expected(long size, long checksum) {}

  /** Asked after the content, since it may stand there. */
  interface Expectation {
    Expected get() throws IOException;
  }

  private final Opening opening;
  private final Expectation expectation;
  private final CRC32 checksum = new CRC32();
  private @Nullable InputStream in;
  private long count;

  ZipEntryInput(Opening opening, Expectation expectation) {
    this.opening = opening;
    this.expectation = expectation;
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read;
    try {
      if (in == null) {
        in = opening.open();
      }
      read = in.read(target, offset, length);
    } catch (Cut e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The decoders index arrays with what they read, and are not consistent in what they throw.
      throw damaged();
    }
    if (read == 0) {
      throw damaged();
    }
    if (read > 0) {
      checksum.update(target, offset, read);
      count += read;
    } else {
      check();
    }
    return read;
  }

  private Cut damaged() {
    return Cut.corrupt("the entry's data is damaged after " + count + " bytes");
  }

  private void check() throws IOException {
    Expected expected = expectation.get();
    boolean isSizeWrong = expected.size >= 0 && expected.size != count;
    boolean isChecksumWrong = expected.checksum >= 0 && expected.checksum != checksum.getValue();
    if (isSizeWrong || isChecksumWrong) {
      throw Cut.corrupt("the entry's data has a wrong checksum; any part of it may be wrong");
    }
  }
}
