package mganalyze.gather;

/** The path of an entry of the archive, taken apart at its slashes. */
final class EntryPath {
  private final String text;
  private final String[] segments;
  private final String last;

  EntryPath(String text) {
    this.text = text;
    this.segments = text.split("/");
    this.last = segments[segments.length - 1];
  }

  String text() {
    return text;
  }

  int size() {
    return segments.length;
  }

  String segment(int at) {
    return segments[at];
  }

  boolean has(String segment, int at) {
    return segments[at].equals(segment);
  }

  /** Where the first segment of this name is; -1 if there is none. */
  int find(String segment) {
    for (int at = 0; at < segments.length; at++) {
      if (segments[at].equals(segment)) {
        return at;
      }
    }
    return -1;
  }

  /** The file's name. */
  String last() {
    return last;
  }

  /** The file's name without its ending. */
  String stem() {
    int dot = last.lastIndexOf('.');
    return dot <= 0 ? last : last.substring(0, dot);
  }

  /** Whether the file may hold objects, by its name. */
  boolean isData() {
    return last.endsWith(".yaml") || last.endsWith(".yml") || last.endsWith(".json");
  }

  /** The API group that a folder is named for, empty for core. */
  String group(int at) {
    return segments[at].equals("core") ? "" : segments[at];
  }

  /** The segments before {@code end}, each with its slash. */
  String folder(int end) {
    return folder(0, end);
  }

  /** The segments from {@code start} to before {@code end}, each with its slash. */
  String folder(int start, int end) {
    StringBuilder folder = new StringBuilder();
    for (int at = start; at < end; at++) {
      folder.append(segments[at]).append('/');
    }
    return folder.toString();
  }
}
