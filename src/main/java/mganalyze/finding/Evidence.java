package mganalyze.finding;

import java.util.List;

/**
 * A place in the archive that shows what a finding says.
 *
 * @param path path in the archive as uploaded, nested archives joined with {@code !/}
 * @param line line number from 1, of the uncompressed text
 * @param text the line itself, secrets masked, cut when very long
 * @param before up to three lines before it, oldest first
 * @param after up to three lines after it
 */
public record Evidence(
    String path, int line, String text, List<String> before, List<String> after) {
  public Evidence {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
