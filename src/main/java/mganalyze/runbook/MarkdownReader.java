package mganalyze.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.runbook.MarkdownLine.Kind;

/**
 * Tells the lines of a Markdown document apart, as far as runbooks need it: headings of both
 * styles, fenced blocks, text. Comments are left out, since published runbooks keep whole passages
 * in them.
 */
final class MarkdownReader {
  private final List<MarkdownLine> lines = new ArrayList<>();
  private Optional<Fence> fence = Optional.empty();
  private boolean isInComment;

  private MarkdownReader() {}

  /**
   * @param firstLine number of the first line in its file
   */
  static List<MarkdownLine> read(String markdown, int firstLine) {
    MarkdownReader reader = new MarkdownReader();
    int number = firstLine;
    for (String raw : markdown.split("\n", -1)) {
      reader.see(number++, raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw);
    }
    return reader.lines;
  }

  private void see(int number, String raw) {
    if (fence.isPresent() && !fence.get().isLeftBy(raw)) {
      boolean isEnd = fence.get().isClosedBy(raw);
      add(number, raw, isEnd ? Kind.CLOSING_FENCE : Kind.CODE, fence.get().content(raw), 0);
      fence = isEnd ? Optional.empty() : fence;
      return;
    }
    fence = Optional.empty();
    boolean wasInComment = isInComment;
    String text = withoutComments(raw);
    if (text.isBlank() && (wasInComment || !raw.isBlank())) {
      return;
    }
    fence = Fence.opening(text);
    if (fence.isPresent()) {
      add(number, text, Kind.OPENING_FENCE, fence.get().info(), 0);
    } else if (!underlines(text) && !isHeading(number, text)) {
      add(number, text, Kind.TEXT, text, 0);
    }
  }

  private void add(int number, String text, Kind kind, String words, int level) {
    lines.add(new MarkdownLine(number, text, kind, words, level));
  }

  private String withoutComments(String raw) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      if (isInComment) {
        int end = raw.indexOf("-->", at);
        if (end < 0) {
          return text.toString();
        }
        isInComment = false;
        at = end + 3;
      }
      int start = raw.indexOf("<!--", at);
      if (start < 0) {
        return text.append(raw, at, raw.length()).toString();
      }
      text.append(raw, at, start);
      isInComment = true;
      at = start + 4;
    }
    return text.toString();
  }

  private boolean isHeading(int number, String text) {
    String line = text.stripLeading();
    int level = 0;
    while (level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    boolean isIndentedCode = text.length() - line.length() > 3;
    boolean isBare = level < line.length() && Character.isLetter(line.charAt(level)) && level > 1;
    boolean isMarked =
        level > 0 && level < line.length() && Character.isWhitespace(line.charAt(level));
    if (level > 6 || isIndentedCode || !isMarked && !isBare) {
      return false;
    }
    add(number, text, Kind.HEADING, headingWords(line.substring(level)), level);
    return true;
  }

  /** {@code **Diagnosis**:} and {@code Diagnosis ##} have the word Diagnosis. */
  private static String headingWords(String text) {
    String words = text.strip();
    while (words.endsWith("#") || words.endsWith(":") || words.endsWith("*")) {
      words = words.substring(0, words.length() - 1).strip();
    }
    return Prose.plain(words);
  }

  /** Whether a line of dashes or equals signs makes a heading of the line before. */
  private boolean underlines(String text) {
    String line = text.strip();
    boolean isRow = line.length() >= 3 && (isOnly(line, '=') || isOnly(line, '-'));
    int last = lines.size() - 1;
    if (!isRow || last < 0 || !isPlain(lines.get(last)) || lines.get(last).text().isBlank()) {
      return false;
    }
    boolean isAlone =
        last == 0 || !lines.get(last - 1).is(Kind.TEXT) || lines.get(last - 1).text().isBlank();
    if (!isAlone) {
      return false;
    }
    MarkdownLine above = lines.remove(last);
    int level = line.charAt(0) == '=' ? 1 : 2;
    String words = headingWords(above.text());
    add(above.number(), "#".repeat(level) + " " + words, Kind.HEADING, words, level);
    return true;
  }

  private static boolean isOnly(String text, char c) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != c) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(MarkdownLine line) {
    String text = line.text();
    return line.is(Kind.TEXT)
        && !text.startsWith(">")
        && !text.startsWith("|")
        && !text.startsWith("    ")
        && Fence.listMark(text.stripLeading(), 0) == 0;
  }
}
