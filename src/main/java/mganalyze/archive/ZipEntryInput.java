package mganalyze.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The content of a zip's entry, compared with its checksum; damage is a {@link Cut}. */
final class ZipEntryInput extends BulkInput {
  /** Opens the content when it is first read. */
  private interface Opening {
    InputStream open() throws IOException;
  }

  private final ZipArchiveEntry entry;
  private final Opening opening;
  private final CRC32 checksum = new CRC32();
  private InputStream in;
  private long count;

  private ZipEntryInput(ZipArchiveEntry entry, Opening opening) {
    this.entry = entry;
    this.opening = opening;
  }

  static ZipEntryInput of(ZipArchiveEntry entry, ZipFile zip) {
    return new ZipEntryInput(entry, () -> zip.getInputStream(entry));
  }

  /** Of the entry that the stream is at. */
  static ZipEntryInput of(ZipArchiveEntry entry, ZipArchiveInputStream zip) {
    return new ZipEntryInput(entry, () -> zip);
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      if (in == null) {
        in = opening.open();
      }
      read = in.read(target, offset, length);
    } catch (Cut e) {
      throw e;
    } catch (EOFException e) {
      throw Cut.truncated("the zip ends early, within this entry");
    } catch (IOException | RuntimeException e) {
      // The decoders index arrays with what they read, and are not consistent in what they throw.
      throw Cut.corrupt("the entry's data is damaged at or before its byte " + count);
    }
    if (read > 0) {
      checksum.update(target, offset, read);
      count += read;
    } else if (read < 0) {
      check();
    }
    return read;
  }

  /** Sizes and checksums may stand after the content, so they are looked up at its end. */
  private void check() throws Cut {
    boolean hasSize = entry.getSize() >= 0;
    boolean hasChecksum = entry.getCrc() >= 0;
    if (hasSize && entry.getSize() != count
        || hasChecksum && entry.getCrc() != checksum.getValue()) {
      throw Cut.corrupt("the entry's data has a wrong checksum; any part of it may be wrong");
    }
  }
}
