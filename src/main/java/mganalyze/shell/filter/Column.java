package mganalyze.shell.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mganalyze.shell.Invocation;
import mganalyze.shell.UnsupportedCommandException;
import mganalyze.shell.Utf8;

/** {@code column -t}: lines as a table. */
final class Column extends Filter<Column.Settings> {
  /**
   * @param separators characters between columns; empty for runs of blanks
   */
  record Settings(String separators, String outputSeparator, boolean keepsEmptyLines) {}

  @Override
  Settings parse(String name, List<String> arguments) {
    Options.Parsed parsed =
        new Options(name, "tL", "so")
            .longName("table", 't')
            .longName("separator", 's')
            .longName("output-separator", 'o')
            .longName("keep-empty-lines", 'L')
            .parse(arguments);
    Options.refuseFiles(name, parsed.operands());
    boolean isTable = false;
    String separators = "";
    String outputSeparator = "  ";
    boolean keepsEmptyLines = false;
    for (Options.Option option : parsed.options()) {
      switch (option.letter()) {
        case 't' -> isTable = true;
        case 's' -> separators = option.value();
        case 'o' -> outputSeparator = option.value();
        default -> keepsEmptyLines = true;
      }
    }
    if (!isTable) {
      throw new UnsupportedCommandException("column without -t");
    }
    return new Settings(separators, outputSeparator, keepsEmptyLines);
  }

  @Override
  int run(Settings settings, Invocation call) throws IOException {
    Lines lines = new Lines(call.input());
    List<List<String>> rows = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    while (lines.next()) {
      call.budget().step();
      String line = lines.text();
      if (line.isBlank() && !settings.keepsEmptyLines()) {
        continue;
      }
      List<String> cells = cells(line, settings.separators());
      rows.add(cells);
      for (int i = 0; i < cells.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), width(cells.get(i))));
      }
    }
    for (List<String> row : rows) {
      Utf8.write(call.out(), print(row, widths, settings.outputSeparator()));
    }
    return 0;
  }

  private static List<String> cells(String line, String separators) {
    List<String> cells = new ArrayList<>();
    boolean isBlank = separators.isEmpty();
    String characters = isBlank ? " \t" : separators;
    StringBuilder cell = new StringBuilder();
    boolean isOpen = false;
    for (char c : line.toCharArray()) {
      if (characters.indexOf(c) < 0) {
        cell.append(c);
        isOpen = true;
      } else if (isOpen || !isBlank) {
        cells.add(cell.toString());
        cell.setLength(0);
        isOpen = false;
      }
    }
    if (isOpen) {
      cells.add(cell.toString());
    }
    return cells;
  }

  private static String print(List<String> row, List<Integer> widths, String separator) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      boolean isLast = i == widths.size() - 1;
      String cell = i < row.size() ? row.get(i) : "";
      if (isLast) {
        line.append(cell);
        break;
      }
      line.append(cell).append(" ".repeat(widths.get(i) - width(cell))).append(separator);
    }
    return line.append('\n').toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
