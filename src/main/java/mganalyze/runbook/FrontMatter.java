package mganalyze.runbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mganalyze.yaml.Slice;
import mganalyze.yaml.YamlReader;

/**
 * The YAML between two lines of three dashes at the top of a file, and the Markdown below.
 *
 * @param text empty if the file has none
 * @param bodyLine line of the file on which the Markdown starts
 * @param isOpen whether it begins and has no end; then all of the file is the Markdown
 */
record FrontMatter(String text, String body, int bodyLine, boolean isOpen) {
  static FrontMatter of(String file) {
    String[] lines = file.split("\n", -1);
    if (!isFence(lines[0])) {
      return new FrontMatter("", file, 1, false);
    }
    int position = lines[0].length() + 1;
    int start = position;
    for (int i = 1; i < lines.length; i++) {
      if (isFence(lines[i])) {
        int body = Math.min(position + lines[i].length() + 1, file.length());
        return new FrontMatter(file.substring(start, position), file.substring(body), i + 2, false);
      }
      position += lines[i].length() + 1;
    }
    boolean looksLikeYaml = lines.length > 1 && lines[1].matches("[A-Za-z]+:.*\\r?");
    return new FrontMatter("", file, 1, looksLikeYaml);
  }

  private static boolean isFence(String line) {
    return line.stripTrailing().equals("---");
  }

  int lineInFile(int line) {
    return line + 1;
  }

  Place placeOf(Object... path) {
    return new Place(this, List.of(path));
  }

  /** Where the text at a path stands; the line is looked for when a message needs it. */
  record Place(FrontMatter front, List<Object> path) {
    /** Line of the file on which the text starts: below its key, where it is a block. */
    int line() {
      byte[] yaml = front.text.getBytes(StandardCharsets.UTF_8);
      Slice all = new Slice(0, yaml.length, 1, Slice.DOCUMENT);
      int line = front.lineInFile(YamlReader.lineOf(yaml, all, path));
      String written = front.text.lines().skip(Math.max(0, line - 2)).findFirst().orElse("");
      int colon = written.indexOf(':');
      String behind = colon < 0 ? "" : written.substring(colon + 1).strip();
      return behind.startsWith("|") || behind.startsWith(">") ? line + 1 : line;
    }
  }
}
