package mganalyze.gather;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The resource types that are known without an archive: {@code types.tsv}, tab-separated, its
 * columns named in its first line.
 */
public final class TypeTable {
  private TypeTable() {}

  /** All of them, in discovery order. */
  public static List<ResourceType> load() {
    List<ResourceType> types = new ArrayList<>(260);
    try (InputStream in = TypeTable.class.getResourceAsStream("/gather/types.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          types.add(parse(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }

  private static ResourceType parse(String line) {
    String[] cells = line.split("\t", -1);
    return new ResourceType(
        cells[0],
        words(cells[1]),
        cells[2],
        cells[3],
        cells[4],
        words(cells[5]),
        cells[6].equals("ns"),
        words(cells[7]),
        cells[8].equals("custom"));
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(","));
  }
}
