package mganalyze.runbook;

/**
 * One line of a Markdown document.
 *
 * @param number its number in the file
 * @param text as it stands there, without comments
 * @param words of a heading its words, of an opening fence what stands behind it, of code the line
 *     without the block's indent, else the text
 * @param level of a heading, from 1; 0 for all other lines
 */
record MarkdownLine(int number, String text, Kind kind, String words, int level) {
  /** What a line is part of. */
  enum Kind {
    TEXT,
    HEADING,
    OPENING_FENCE,
    CODE,
    CLOSING_FENCE
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }
}
