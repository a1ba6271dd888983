package mganalyze.oc.describe;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mganalyze.oc.value.AlignedText;

/** The text of a description while it grows. A level is two blanks. */
final class Description {
  private static final int LONGEST_ANNOTATION = 140;
  private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private final AlignedText text = AlignedText.forDescriptions();

  /** {@code Name: value}. */
  void field(int level, String name, Object value) {
    write(level, name + ":\t" + value + "\n");
  }

  /** {@code Name:} alone; columns begin anew below it. */
  void title(int level, String name) {
    write(level, name + ":\n");
  }

  void line(int level, String line) {
    write(level, line + "\n");
  }

  /** A line of a table. */
  void row(int level, String... cells) {
    write(level, String.join("\t", cells) + "\n");
  }

  /** A table's names, and a line of dashes below. */
  void header(int level, String... names) {
    row(level, names);
    row(level, Arrays.stream(names).map(name -> "-".repeat(name.length())).toArray(String[]::new));
  }

  /** {@code Name: a=b}, one pair a line. */
  void pairs(String name, Map<String, String> pairs) {
    pairs("", name, pairs);
  }

  void pairs(String indent, String name, Map<String, String> pairs) {
    list(
        indent, name, pairs.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  /** {@code Name: first}, the others below each other; {@code <none>} for none. */
  void list(String indent, String name, Iterable<String> lines) {
    append(indent + name + ":\t");
    boolean first = true;
    for (String line : lines) {
      append((first ? "" : indent + "\t") + line + "\n");
      first = false;
    }
    if (first) {
      append("<none>\n");
    }
  }

  /** Annotations; long ones and those with several lines stand below their names. */
  void annotations(String name, SortedMap<String, String> annotations) {
    annotations(name, "", annotations);
  }

  /**
   * As {@link #annotations(String, SortedMap)}.
   *
   * @param lead blanks before each annotation's name
   */
  void annotations(String name, String lead, SortedMap<String, String> annotations) {
    SortedMap<String, String> shown = new TreeMap<>(annotations);
    shown.remove(APPLIED);
    append(name + ":\t");
    if (shown.isEmpty()) {
      append(lead + "<none>\n");
    }
    boolean first = true;
    for (Map.Entry<String, String> annotation : shown.entrySet()) {
      append((first ? "" : "\t") + lead);
      first = false;
      String key = annotation.getKey();
      String value = annotation.getValue();
      value = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
      if (value.length() + key.length() + 2 <= LONGEST_ANNOTATION && value.indexOf('\n') < 0) {
        append(key + ": " + value + "\n");
        continue;
      }
      append(key + ":\n");
      for (String line : value.split("\n", -1)) {
        append("\t  " + shorten(line) + "\n");
      }
    }
  }

  private static String shorten(String line) {
    int longest = LONGEST_ANNOTATION - 2;
    return line.length() > longest ? line.substring(0, longest) + "..." : line;
  }

  /** Text as it stands, tabs and all. */
  void append(String raw) {
    // What a terminal would obey is made visible.
    text.append(raw.replace("\u001b", "^[").replace("\r", "\\r"));
  }

  void flush() {
    text.flush();
  }

  private void write(int level, String line) {
    append("  ".repeat(level) + line);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
