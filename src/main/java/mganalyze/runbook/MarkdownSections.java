package mganalyze.runbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mganalyze.runbook.MarkdownLine.Kind;

/**
 * A runbook's Markdown by its four sections. They are found by the words of their headings,
 * whatever the case and the level; what comes under headings of its own behind the diagnosis or the
 * mitigation belongs to it.
 */
final class MarkdownSections {
  private String title = "";
  private final List<MarkdownLine> steps = new ArrayList<>();
  private final Map<Topic, StringBuilder> texts = new EnumMap<>(Topic.class);

  /** What a section is about. */
  enum Topic {
    MEANING("meaning"),
    IMPACT("impact"),
    DIAGNOSIS("diagnos"),
    MITIGATION("mitigat"),
    OTHER("");

    private final String start;

    Topic(String start) {
      this.start = start;
    }

    static Topic of(MarkdownLine heading) {
      String words = heading.words().toLowerCase(Locale.ROOT);
      for (Topic topic : values()) {
        if (words.startsWith(topic.start)) {
          return topic;
        }
      }
      return OTHER;
    }

    /** Whether headings of other words leave it. */
    boolean isShort() {
      return this == MEANING || this == IMPACT;
    }
  }

  private MarkdownSections() {}

  static MarkdownSections of(List<MarkdownLine> lines) {
    MarkdownSections sections = new MarkdownSections();
    int level = level(lines);
    Topic topic = Topic.OTHER;
    for (MarkdownLine line : lines) {
      if (line.is(Kind.HEADING) && line.level() <= level) {
        Topic next = Topic.of(line);
        if (next != Topic.OTHER) {
          topic = next;
          sections.addStep(topic, line);
          continue;
        }
        if (sections.title.isEmpty() && line.level() == 1) {
          sections.title = line.words();
          continue;
        }
        topic = topic.isShort() ? Topic.OTHER : topic;
      }
      sections.texts.computeIfAbsent(topic, k -> new StringBuilder()).append(line.text());
      sections.texts.get(topic).append('\n');
      sections.addStep(topic, line);
    }
    return sections;
  }

  private void addStep(Topic topic, MarkdownLine line) {
    if (topic != Topic.MITIGATION) {
      steps.add(line);
    }
  }

  /** The level at which the sections stand; a single heading of level 1 is the title. */
  private static int level(List<MarkdownLine> lines) {
    int least = 2;
    boolean isFirst = true;
    int known = 0;
    int top = 0;
    int lowest = 7;
    for (MarkdownLine line : lines) {
      if (line.is(Kind.HEADING)) {
        boolean isTitle = isFirst && line.level() == 1;
        isFirst = false;
        if (Topic.of(line) != Topic.OTHER && !isTitle) {
          known++;
          top += line.level() == 1 ? 1 : 0;
          lowest = line.level() > 1 ? Math.min(lowest, line.level()) : lowest;
        }
      }
    }
    if (top > 0) {
      return 1;
    }
    return known == 0 ? least : lowest;
  }

  String title() {
    return title;
  }

  /** The Markdown of a section; empty if there is none. */
  String text(Topic topic) {
    return texts.getOrDefault(topic, new StringBuilder()).toString().strip();
  }

  /** Whether any of the four sections is there. */
  boolean isRunbook() {
    return texts.keySet().stream().anyMatch(topic -> topic != Topic.OTHER);
  }

  /**
   * The lines in which steps are looked for: all but the mitigation's, whose commands change
   * things.
   */
  List<MarkdownLine> stepLines() {
    return steps;
  }
}
