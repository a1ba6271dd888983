package mganalyze.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What GNU and PAX extensions say of the entry that follows them: names and sizes that the header
 * has no room for, and maps of sparse files.
 */
final class TarExtensions {
  /**
   * Far more than names and times take; maps of sparse files of that length are not seen either.
   */
  static final int MAX_BYTES = 1 << 20;

  private Optional<String> longName = Optional.empty();
  private Optional<String> longTarget = Optional.empty();
  private Map<String, String> pax = Map.of();

  static boolean isExtension(char type) {
    return type == 'L' || type == 'K' || type == 'x' || type == 'X';
  }

  /** Throws {@link Cut} if the extension is damaged. */
  void add(char type, byte[] content) throws Cut {
    switch (type) {
      case 'L' -> longName = text(content);
      case 'K' -> longTarget = text(content);
      default -> pax = PaxRecords.parse(content);
    }
  }

  private static Optional<String> text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    String name = end < 0 ? text : text.substring(0, end);
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  String name(TarHeader header) {
    String sparseName = pax.get("GNU.sparse.name");
    return sparseName == null ? value(longName, "path").orElseGet(header::name) : sparseName;
  }

  String linkTarget(TarHeader header) {
    return value(longTarget, "linkpath").orElseGet(header::linkTarget);
  }

  private Optional<String> value(Optional<String> gnu, String key) {
    return gnu.isPresent() ? gnu : Optional.ofNullable(pax.get(key));
  }

  /** In bytes, as stored; -1 if it makes no sense. */
  long size(TarHeader header) {
    return pax.containsKey("size") ? number("size") : header.size();
  }

  /**
   * The map of a sparse file.
   *
   * @param content of the entry; where the map stands in front of it, that is read
   */
  Optional<SparseMap> sparseMap(InputStream content) throws IOException {
    if ("1".equals(pax.get("GNU.sparse.major"))) {
      return Optional.of(SparseMap.ofContent(content, MAX_BYTES, number("GNU.sparse.realsize")));
    }
    String map = pax.get(PaxRecords.SPARSE_MAP);
    return map == null
        ? Optional.empty()
        : Optional.of(SparseMap.ofRecord(map, number("GNU.sparse.size")));
  }

  private long number(String key) {
    try {
      return Long.parseLong(pax.getOrDefault(key, ""));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
