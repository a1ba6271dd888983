package mganalyze.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits Markdown into its title, its sections by heading, and the fenced blocks of each. Headings
 * inside fences are none, and comments are left out, since published runbooks keep whole passages
 * in them.
 */
final class MarkdownSections {
  private String title = "";
  private final List<Section> sections = new ArrayList<>();

  /** A section of level 2 with everything below it. */
  record Section(String heading, List<Line> lines) {
    boolean is(String word) {
      return heading.toLowerCase(Locale.ROOT).equals(word);
    }

    String text() {
      StringBuilder text = new StringBuilder();
      for (Line line : lines) {
        text.append(line.text()).append('\n');
      }
      return text.toString().strip();
    }
  }

  /** One line with its number in the file. */
  record Line(int number, String text) {}

  private MarkdownSections() {}

  static MarkdownSections parse(String markdown, int firstLine) {
    MarkdownSections result = new MarkdownSections();
    Fence fence = new Fence();
    boolean inComment = false;
    Section current = new Section("", new ArrayList<>());
    int number = firstLine - 1;
    for (String raw : markdown.split("\n", -1)) {
      number++;
      String text = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
      if (!fence.isOpen()) {
        if (inComment) {
          int end = text.indexOf("-->");
          if (end < 0) {
            continue;
          }
          inComment = false;
          text = text.substring(end + 3);
        }
        int start = text.indexOf("<!--");
        while (start >= 0) {
          int end = text.indexOf("-->", start);
          if (end < 0) {
            inComment = true;
            text = text.substring(0, start);
            break;
          }
          text = text.substring(0, start) + text.substring(end + 3);
          start = text.indexOf("<!--");
        }
      }
      fence.see(text);
      if (!fence.isInside() && text.startsWith("# ")) {
        result.title = result.title.isEmpty() ? text.substring(2).strip() : result.title;
      } else if (!fence.isInside() && text.startsWith("## ")) {
        current = new Section(text.substring(3).strip(), new ArrayList<>());
        result.sections.add(current);
      } else {
        current.lines().add(new Line(number, text));
      }
    }
    return result;
  }

  String title() {
    return title;
  }

  List<Section> sections() {
    return sections;
  }

  /** The section with a heading, whatever its case; an empty one if there is none. */
  Section section(String heading) {
    for (Section section : sections) {
      if (section.is(heading)) {
        return section;
      }
    }
    return new Section(heading, List.of());
  }
}
