package mganalyze.archive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The records of a PAX extended header: {@code 18 path=some/name\n}, one after the other. */
final class PaxRecords {
  static final String SPARSE_MAP = "GNU.sparse.map";

  private PaxRecords() {}

  /** Throws {@link Cut} if the records are damaged. */
  static Map<String, String> parse(byte[] bytes) throws Cut {
    Map<String, String> records = new LinkedHashMap<>();
    int position = 0;
    while (position < bytes.length && bytes[position] != 0) {
      int space = position;
      long length = 0;
      while (space < bytes.length && bytes[space] >= '0' && bytes[space] <= '9') {
        length = Math.min(length * 10 + bytes[space] - '0', Integer.MAX_VALUE);
        space++;
      }
      long end = position + length;
      if (space >= bytes.length || bytes[space] != ' ' || end > bytes.length || end <= space + 1) {
        throw Cut.corrupt("an extended header is damaged");
      }
      String record = new String(bytes, space + 1, (int) end - space - 2, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      if (equals < 0) {
        throw Cut.corrupt("an extended header is damaged");
      }
      put(records, record.substring(0, equals), record.substring(equals + 1));
      position = (int) end;
    }
    return records;
  }

  /** The map of a sparse file may come as pairs of records instead of one with all the numbers. */
  private static void put(Map<String, String> records, String key, String value) {
    if (key.equals("GNU.sparse.offset") || key.equals("GNU.sparse.numbytes")) {
      records.merge(SPARSE_MAP, value, (numbers, number) -> numbers + "," + number);
    } else {
      records.put(key, value);
    }
  }
}
