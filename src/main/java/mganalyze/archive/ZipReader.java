package mganalyze.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.Inflater;
import mganalyze.finding.Problem;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Takes a zip apart: by the directory at its end, so that damage costs no more than the entries
 * that it hits; without one, as in a zip that was cut, entry by entry from the front.
 */
final class ZipReader {
  static final String LOCKED = "locked with a password";

  private final SeekableByteChannel channel;
  private final Delivery delivery;

  ZipReader(SeekableByteChannel channel, Delivery delivery) {
    this.channel = channel;
    this.delivery = delivery;
  }

  /** Throws {@link Cut} if the zip ends early, after delivering what came before. */
  void read() throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      Optional<ZipFile> directory = open();
      if (directory.isEmpty()) {
        new ZipSalvage(channel, delivery, inflater).read();
        throw Cut.truncated("the zip has no whole directory at its end; entries may be missing");
      }
      try (ZipFile zip = directory.get()) {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
          entry(zip, entry, inflater);
          delivery.endEntry();
        }
      }
    } finally {
      inflater.end();
    }
  }

  /** Empty if the directory at the zip's end is missing or damaged, or too long for memory. */
  private Optional<ZipFile> open() {
    BoundedChannel bounded = new BoundedChannel(channel);
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(bounded)
              .setCharset(StandardCharsets.UTF_8)
              .setIgnoreLocalFileHeader(true)
              .setZstdInputStreamFactory(in -> Unpacked.of(Format.ZSTD, in))
              .get();
      bounded.release();
      return Optional.of(zip);
    } catch (IOException | RuntimeException e) {
      // Not only IOException: the directory is made of numbers that nobody has checked.
      return Optional.empty();
    }
  }

  private void entry(ZipFile zip, ZipArchiveEntry entry, Inflater inflater) throws IOException {
    delivery.takeEntry();
    String name = entry.getName();
    if (entry.isDirectory() || name.endsWith("\\") && entry.getSize() == 0) {
      return;
    }
    if (entry.isUnixSymlink()) {
      delivery.problem(name, Problem.Kind.LINK_SKIPPED, "symbolic link");
    } else if (entry.getGeneralPurposeBit().usesEncryption()) {
      delivery.unreadable(name, LOCKED);
    } else if (!zip.canReadEntryData(entry)) {
      delivery.unreadable(name, "packed in a way that is not supported");
    } else {
      file(name, entry, content(zip, entry, inflater));
    }
  }

  private void file(String name, ZipArchiveEntry entry, ZipEntryInput content) throws IOException {
    long size = entry.getSize();
    Optional<FileTime> modified = Optional.ofNullable(entry.getLastModifiedTime());
    try {
      delivery.file(name, size, modified.map(FileTime::toInstant), content, Optional.empty());
    } catch (Cut.LimitReached e) {
      throw e;
    } catch (Cut e) {
      delivery.damaged(e);
    } finally {
      delivery.takeUnpacked(Math.max(Math.max(0, size), content.count()));
    }
  }

  private static ZipEntryInput content(ZipFile zip, ZipArchiveEntry entry, Inflater inflater) {
    ZipEntryInput.Opening opening =
        entry.getMethod() == ZipMethod.DEFLATED.getCode()
            ? () -> new InflatedInput(zip.getRawInputStream(entry), inflater)
            : () -> zip.getInputStream(entry);
    return new ZipEntryInput(
        opening, () -> new ZipEntryInput.Expected(entry.getSize(), entry.getCrc()));
  }
}
