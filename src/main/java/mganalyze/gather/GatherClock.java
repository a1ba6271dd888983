package mganalyze.gather;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

/**
 * When the archive was gathered. The {@code timestamp} files of the producers' folders speak first,
 * since the cluster's own clock wrote them; then that of the client, whose clock and zone may
 * differ; then the newest time of its kind that something in the archive carries.
 */
final class GatherClock {
  private GatherClock() {}

  /**
   * The newest time in {@code timestamp} files; their lines are Go's {@code 2021-08-03 12:11:56.915
   * +0200 CEST m=+1.65}.
   */
  static Optional<Instant> newestStamp(Collection<String> files) {
    Instant newest = null;
    for (String text : files) {
      for (String line : text.split("\n")) {
        Optional<Instant> time = parseGoTime(line);
        if (time.isPresent() && (newest == null || time.get().isAfter(newest))) {
          newest = time.get();
        }
      }
    }
    return Optional.ofNullable(newest);
  }

  private static Optional<Instant> parseGoTime(String line) {
    String[] words = line.strip().split(" +");
    try {
      if (words.length >= 3 && words[2].length() == 5) {
        ZoneOffset offset = ZoneOffset.of(words[2].substring(0, 3) + ":" + words[2].substring(3));
        return Optional.of(LocalDateTime.parse(words[0] + "T" + words[1]).toInstant(offset));
      }
      return words.length >= 1 && words[0].contains("T")
          ? Optional.of(OffsetDateTime.parse(words[0]).toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The newest time behind a key such as {@code lastEvaluation} in a text; RFC 3339. */
  static Optional<Instant> newestBehind(byte[] bytes, String key) {
    ByteSearch word = new ByteSearch(key);
    Instant newest = null;
    int at = word.indexIn(bytes, 0, bytes.length);
    while (at >= 0) {
      int from = at + word.length();
      while (from < bytes.length
          && (bytes[from] == '"'
              || bytes[from] == ':'
              || bytes[from] == ' '
              || bytes[from] == '\'')) {
        from++;
      }
      Optional<Instant> time = LogTime.parse(bytes, from, Math.min(bytes.length, from + 40));
      if (time.isPresent() && (newest == null || time.get().isAfter(newest))) {
        newest = time.get();
      }
      at = word.indexIn(bytes, from, bytes.length);
    }
    return Optional.ofNullable(newest);
  }

  /** The time of the first line of a log that has one; a log may begin amid a line. */
  static Optional<Instant> firstLine(byte[] head) {
    int start = 0;
    while (start < head.length) {
      Optional<Instant> time = LogTime.parse(head, start, head.length);
      if (time.isPresent()) {
        return time;
      }
      while (start < head.length && head[start] != '\n') {
        start++;
      }
      start++;
    }
    return Optional.empty();
  }

  /** The time of the last line of a log that has one. */
  static Optional<Instant> lastLine(byte[] tail) {
    int end = tail.length;
    while (end > 0) {
      int start = end - 1;
      while (start > 0 && tail[start - 1] != '\n') {
        start--;
      }
      Optional<Instant> time = LogTime.parse(tail, start, end);
      if (time.isPresent()) {
        return time;
      }
      end = start;
    }
    return Optional.empty();
  }
}
