package mganalyze.oc.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Text whose cells end in a tab, aligned as Go's {@code text/tabwriter} aligns it. A column is a
 * run of adjacent lines that have a cell there; a line's last cell belongs to no column and is not
 * padded. Widths count characters, not bytes.
 */
public final class AlignedText {
  /** More cells than this stay in the last one, and wider ones than that do not widen a column. */
  private static final int MOST_CELLS = 256;

  private static final int WIDEST = 4096;

  private final int smallest;
  private final int padding;
  private final StringBuilder pending = new StringBuilder();
  private final StringBuilder aligned = new StringBuilder();

  /**
   * @param smallest the least width of a column, its padding included
   * @param padding blanks after the widest cell of a column
   */
  public AlignedText(int smallest, int padding) {
    this.smallest = smallest;
    this.padding = padding;
  }

  /** For tables of {@code get}. */
  public static AlignedText forTables() {
    return new AlignedText(6, 3);
  }

  /** For {@code describe}. */
  public static AlignedText forDescriptions() {
    return new AlignedText(0, 2);
  }

  public void append(String text) {
    pending.append(text);
  }

  /** Ends all columns: what follows is aligned on its own. */
  public void flush() {
    if (pending.length() > 0) {
      List<String[]> lines = new ArrayList<>();
      for (String line : pending.toString().split("\n", -1)) {
        lines.add(cells(line));
      }
      new Alignment(lines).format(0, lines.size());
      // The text after the last newline is a line of its own; none was begun where it is empty.
      aligned.setLength(aligned.length() - 1);
      pending.setLength(0);
    }
  }

  private static String[] cells(String line) {
    return line.split("\t", line.length() < MOST_CELLS ? -1 : MOST_CELLS);
  }

  /** All text so far, aligned. */
  @Override
  public String toString() {
    flush();
    return aligned.toString();
  }

  private final class Alignment {
    private final List<String[]> lines;
    private final List<Integer> widths = new ArrayList<>();

    Alignment(List<String[]> lines) {
      this.lines = lines;
    }

    void format(int from, int to) {
      int column = widths.size();
      int unwritten = from;
      int line = from;
      while (line < to) {
        if (!hasCell(line, column)) {
          line++;
          continue;
        }
        write(unwritten, line);
        int start = line;
        int width = smallest;
        while (line < to && hasCell(line, column)) {
          width = Math.max(width, Math.min(length(lines.get(line)[column]), WIDEST) + padding);
          line++;
        }
        widths.add(width);
        format(start, line);
        widths.remove(column);
        unwritten = line;
      }
      write(unwritten, to);
    }

    private boolean hasCell(int line, int column) {
      return column < lines.get(line).length - 1;
    }

    private void write(int from, int to) {
      for (int i = from; i < to; i++) {
        String[] cells = lines.get(i);
        for (int column = 0; column < cells.length; column++) {
          aligned.append(cells[column]);
          if (column < widths.size() && column < cells.length - 1) {
            aligned.append(" ".repeat(Math.max(0, widths.get(column) - length(cells[column]))));
          }
        }
        aligned.append('\n');
      }
    }

    private int length(String cell) {
      return cell.codePointCount(0, cell.length());
    }
  }
}
