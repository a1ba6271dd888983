package mganalyze.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an entry, a regular file, besides its content.
 *
 * @param path a label, never a file name: no leading {@code /} or {@code ./}, no {@code ..}, no
 *     control characters; nested archives joined with {@code !/}
 * @param size in bytes; -1 if not known before the content was read
 * @param modified as the archive has it; not to be trusted
 * @param head the first bytes of the content, 512 or as many as there are; not to be changed
 * @param partial whether the content that was delivered ends before the file did
 */
public record EntryHeader(
    String path, long size, Optional<Instant> modified, byte[] head, boolean partial) {

  /**
   * Whether the content looks like an archive that can be opened. Inside gzip a tar is recognised
   * by its content, inside bzip2, xz and zstd, which do not yield their first bytes so cheaply, by
   * the name.
   */
  public boolean holdsArchive() {
    return Format.of(head).holdsArchive(head, path);
  }

  EntryHeader delivered(long bytes, boolean cut) {
    return new EntryHeader(path, bytes, modified, head, cut);
  }
}
