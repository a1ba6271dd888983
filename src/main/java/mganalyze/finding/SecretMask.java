package mganalyze.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * Hides secrets in text that a report shows: bearer tokens, passwords in URLs and under keys that
 * say so, private keys, and the data of Secret objects in YAML and JSON. Hiding a word too many is
 * the smaller harm.
 *
 * <p>Each rule looks for its own short word first and reads on from there, once, so that megabytes
 * of log without secrets cost a few searches, and no text, however made, costs much more than its
 * length.
 */
public final class SecretMask {
  private SecretMask() {}

  /**
   * The text with its secrets replaced by {@code [masked]}. It keeps its number of lines. A secret
   * of several lines is known by its first: mask lines together, then take them apart.
   */
  public static String mask(String text) {
    if (text.length() < 8) {
      return text;
    }
    TextScan scan = new TextScan(text);
    MaskedText masked = new MaskedText(text);
    new PrivateKeys(scan, masked).mask();
    new Credentials(scan, masked).mask();
    new SecretValues(scan, masked).mask();
    if (text.contains("Secret")) {
      new SecretObjects(scan, masked).mask();
    }
    return masked.shown();
  }

  /** As {@link #mask}, of lines that follow one another: a secret may begin in one before. */
  static List<String> maskLines(List<String> lines) {
    String text = String.join("\n", lines);
    String shown = mask(text);
    if (shown.equals(text)) {
      return List.copyOf(lines);
    }
    List<String> result = new ArrayList<>();
    int from = 0;
    for (String line : lines) {
      int end = from - 1;
      // A line may hold line feeds of its own, which the mask has kept.
      for (int feeds = (int) line.chars().filter(c -> c == '\n').count(); feeds >= 0; feeds--) {
        int next = shown.indexOf('\n', end + 1);
        end = next < 0 ? shown.length() : next;
      }
      result.add(shown.substring(from, end));
      from = end + 1;
    }
    return result;
  }
}
