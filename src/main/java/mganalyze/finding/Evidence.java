package mganalyze.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the archive that shows what a finding says. Its secrets are masked, whoever made it.
 *
 * @param path path in the archive as uploaded, nested archives joined with {@code !/}
 * @param line line number from 1, of the uncompressed text
 * @param text the line itself, cut when very long
 * @param before up to three lines before it, oldest first
 * @param after up to three lines after it
 */
public record Evidence(
    String path, int line, String text, List<String> before, List<String> after) {
  public Evidence {
    List<String> lines = new ArrayList<>(before);
    lines.add(text);
    lines.addAll(after);
    lines = SecretMask.maskLines(lines);
    int place = before.size();
    before = List.copyOf(lines.subList(0, place));
    text = lines.get(place);
    after = List.copyOf(lines.subList(place + 1, lines.size()));
  }
}
