package mganalyze.oc.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mganalyze.finding.Nullable;

/**
 * Text whose cells end in a tab, aligned as Go's {@code text/tabwriter} aligns it. A column is a
 * run of adjacent lines that have a cell there; a line's last cell belongs to no column and is not
 * padded. Widths count characters, not bytes.
 */
public final class AlignedText {
  /** More cells than this stay in the last one, and wider ones than that do not widen a column. */
  private static final int MOST_CELLS = 256;

  private static final int WIDEST = 4096;
  private static final byte[] BLANKS = " ".repeat(64).getBytes(StandardCharsets.US_ASCII);

  private final int smallest;
  private final int padding;

  /** The least width of each column so far; null where each run of lines stands for itself. */
  @Nullable private final int[] remembered;

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final ByteArrayOutputStream aligned = new ByteArrayOutputStream();

  private AlignedText(int smallest, int padding, @Nullable int[] remembered) {
    this.smallest = smallest;
    this.padding = padding;
    this.remembered = remembered;
  }

  /**
   * For tables of {@code get}. As in kubectl's variant of the package, a column that was
   * interrupted is never narrower than before.
   */
  public static AlignedText forTables() {
    return new AlignedText(6, 3, new int[MOST_CELLS]);
  }

  /** For {@code describe}. */
  public static AlignedText forDescriptions() {
    return new AlignedText(0, 2, null);
  }

  public void append(String text) {
    pending.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends all columns: what follows is aligned on its own. */
  public void flush() {
    if (pending.size() > 0) {
      new Alignment(pending.toByteArray()).write();
      pending.reset();
    }
  }

  /** All text so far, aligned. */
  @Override
  public String toString() {
    flush();
    return aligned.toString(StandardCharsets.UTF_8);
  }

  /** All text so far, aligned, in UTF-8. */
  public byte[] toBytes() {
    flush();
    return aligned.toByteArray();
  }

  /** Lines that are aligned together; what follows the last line feed is a line, too. */
  private final class Alignment {
    private final byte[] text;

    /** Where each cell begins; one byte, a tab or a line feed, stands before the next. */
    private final int[] starts;

    /** Characters of each cell. */
    private final int[] lengths;

    /** The number of each line's first cell. */
    private final int[] lines;

    private final int[] widths = new int[MOST_CELLS];

    /** How many columns have their width. */
    private int columns;

    Alignment(byte[] text) {
      this.text = text;
      int feeds = 0;
      int tabs = 0;
      for (byte b : text) {
        feeds += b == '\n' ? 1 : 0;
        tabs += b == '\t' ? 1 : 0;
      }
      int[] cells = new int[feeds + tabs + 2];
      lengths = new int[feeds + tabs + 1];
      lines = new int[feeds + 2];
      int cell = 0;
      int line = 0;
      for (int i = 0; i < text.length; i++) {
        byte b = text[i];
        boolean endsCell = b == '\t' && cell - lines[line] < MOST_CELLS - 1;
        if (b == '\n' || endsCell) {
          cells[++cell] = i + 1;
          if (!endsCell) {
            lines[++line] = cell;
          }
        } else if ((b & 0xC0) != 0x80) {
          lengths[cell]++;
        }
      }
      cells[++cell] = text.length + 1;
      lines[++line] = cell;
      starts = Arrays.copyOf(cells, cell + 1);
    }

    void write() {
      format(0, lines.length - 1);
    }

    private void format(int from, int to) {
      int column = columns;
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
          width = Math.max(width, Math.min(lengths[lines[line] + column], WIDEST) + padding);
          line++;
        }
        widths[columns] = widest(columns, width);
        columns++;
        format(start, line);
        columns--;
        unwritten = line;
      }
      write(unwritten, to);
    }

    private int widest(int column, int width) {
      if (remembered == null) {
        return width;
      }
      remembered[column] = Math.max(remembered[column], width);
      return remembered[column];
    }

    private boolean hasCell(int line, int column) {
      return column < lines[line + 1] - lines[line] - 1;
    }

    private void write(int from, int to) {
      for (int line = from; line < to; line++) {
        if (line > 0) {
          aligned.write('\n');
        }
        int last = lines[line + 1] - 1;
        for (int cell = lines[line]; cell <= last; cell++) {
          aligned.write(text, starts[cell], starts[cell + 1] - 1 - starts[cell]);
          int column = cell - lines[line];
          if (column < columns && cell < last) {
            pad(widths[column] - lengths[cell]);
          }
        }
      }
    }

    private void pad(int blanks) {
      for (int left = blanks; left > 0; left -= BLANKS.length) {
        aligned.write(BLANKS, 0, Math.min(left, BLANKS.length));
      }
    }
  }
}
