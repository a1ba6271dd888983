package mganalyze.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mganalyze.finding.Problem;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Takes a zip apart: by the directory at its end, so that damage costs no more than the entries
 * that it hits; without one, as in a zip that was cut, entry by entry from the front.
 */
final class ZipReader {
  private final SeekableByteChannel channel;
  private final Delivery delivery;
  private long locked;

  ZipReader(SeekableByteChannel channel, Delivery delivery) {
    this.channel = channel;
    this.delivery = delivery;
  }

  /** Throws {@link Cut} if the zip ends early, after delivering what came before. */
  void read() throws IOException {
    ZipFile zip;
    try {
      BoundedChannel bounded = new BoundedChannel(channel);
      zip =
          ZipFile.builder()
              .setSeekableByteChannel(bounded)
              .setCharset(StandardCharsets.UTF_8)
              .setIgnoreLocalFileHeader(true)
              .setZstdInputStreamFactory(in -> Unpacked.of(Format.ZSTD, in))
              .get();
      bounded.release();
    } catch (IOException | RuntimeException e) {
      // Not only IOException: the directory is made of numbers that nobody has checked.
      readFromFront();
      throwIfLocked();
      throw Cut.truncated("the zip has no whole directory at its end; entries may be missing");
    }
    try (zip) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
      for (ZipArchiveEntry entry : entries) {
        try {
          entry(entry, zip.canReadEntryData(entry), ZipEntryInput.of(entry, zip));
        } catch (Cut.LimitReached e) {
          throw e;
        } catch (Cut e) {
          delivery.damaged(e);
        }
      }
    }
    throwIfLocked();
  }

  private void readFromFront() throws IOException {
    channel.position(0);
    InputStream in = Channels.newInputStream(channel);
    ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "UTF-8", true, false);
    try {
      ZipArchiveEntry entry = next(zip);
      while (entry != null) {
        entry(entry, zip.canReadEntryData(entry), ZipEntryInput.of(entry, zip));
        entry = next(zip);
      }
    } catch (Cut.LimitReached e) {
      throw e;
    } catch (Cut e) {
      delivery.damaged(e);
    }
  }

  private static ZipArchiveEntry next(ZipArchiveInputStream zip) throws Cut {
    try {
      return zip.getNextEntry();
    } catch (EOFException e) {
      throw Cut.truncated("the zip ends early, at byte " + zip.getBytesRead());
    } catch (IOException | RuntimeException e) {
      throw Cut.corrupt("the zip is damaged at or before byte " + zip.getBytesRead());
    }
  }

  private void entry(ZipArchiveEntry entry, boolean canRead, ZipEntryInput content)
      throws IOException {
    delivery.takeEntry();
    String name = entry.getName();
    if (entry.isDirectory() || name.endsWith("\\") && entry.getSize() == 0) {
      return;
    }
    if (entry.isUnixSymlink()) {
      delivery.problem(name, Problem.Kind.LINK_SKIPPED, "symbolic link");
    } else if (entry.getGeneralPurposeBit().usesEncryption()) {
      locked++;
      delivery.unreadable(name, "locked with a password");
    } else if (!canRead) {
      delivery.unreadable(name, "packed in a way that is not supported");
    } else {
      Optional<FileTime> modified = Optional.ofNullable(entry.getLastModifiedTime());
      long size = entry.getSize();
      delivery.file(name, size, modified.map(FileTime::toInstant), content, Optional.empty());
      delivery.takeUnpacked(Math.max(Math.max(0, size), content.count()));
      delivery.endEntry();
    }
  }

  private void throwIfLocked() throws Cut {
    if (locked > 0 && locked == delivery.files()) {
      throw new Cut(Problem.Kind.UNREADABLE, "the zip is locked with a password");
    }
  }
}
