package mganalyze.archive;

import java.util.List;
import java.util.Optional;
import mganalyze.finding.Problem;

/**
 * What is known of an archive after it was read.
 *
 * @param name its file name, {@code stdin} for standard input
 * @param sha256 of the file as uploaded, lower-case hexadecimal; empty for a directory, and where
 *     the file could not be read to its end
 * @param bytes size of the file as uploaded; of a directory the sum of its files
 * @param unpackedBytes sum of the sizes of its regular files, nested archives counted as files
 * @param entries its regular files, nested archives counted as one each
 * @param complete false if something is missing: damage, or a limit was reached
 */
public record ArchiveFacts(
    String name,
    Optional<String> sha256,
    long bytes,
    long unpackedBytes,
    long entries,
    boolean complete,
    List<Problem> problems) {
  public ArchiveFacts {
    problems = List.copyOf(problems);
  }
}
