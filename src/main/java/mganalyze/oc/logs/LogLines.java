package mganalyze.oc.logs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import mganalyze.gather.LogFile;
import mganalyze.oc.value.Times;

/** Prints the lines of a container's log files, one file after the other. */
final class LogLines {
  private static final int LONGEST_TIME = 35;

  private final LogOptions options;
  private final byte[] prefix;
  private final OutputStream out;
  private final ArrayDeque<Line> last = new ArrayDeque<>();
  private long left;

  /** A line's time and text as places in its file; the text ends without a line end. */
  private record Line(byte[] bytes, int time, int timeEnd, int text, int end, boolean ended) {}

  /**
   * @param prefix what stands before each line
   */
  LogLines(LogOptions options, String prefix, OutputStream out) {
    this.options = options;
    this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    this.out = out;
    this.left = options.limit() < 0 ? Long.MAX_VALUE : options.limit();
  }

  void print(List<LogFile> files) throws IOException {
    for (LogFile file : files) {
      print(file.bytes(), file.format());
    }
    for (Line line : last) {
      write(line);
    }
  }

  private void print(byte[] bytes, LogFile.Format format) throws IOException {
    int at = 0;
    while (at < bytes.length && left > 0) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      accept(line(bytes, at, end, format));
      at = end + 1;
    }
  }

  private void accept(Line line) throws IOException {
    if (options.since().isPresent() && isBefore(line, options.since().get())) {
      return;
    }
    if (options.tail() < 0) {
      write(line);
    } else if (options.tail() > 0) {
      last.addLast(line);
      if (last.size() > options.tail()) {
        last.removeFirst();
      }
    }
  }

  private static boolean isBefore(Line line, Instant since) {
    String time =
        new String(
            line.bytes(), line.time(), line.timeEnd() - line.time(), StandardCharsets.US_ASCII);
    Optional<Instant> instant = Times.parse(time);
    return instant.isPresent() && instant.get().isBefore(since);
  }

  private static Line line(byte[] bytes, int start, int end, LogFile.Format format) {
    boolean ended = end < bytes.length;
    int timeEnd = format == LogFile.Format.PLAIN ? start : timeEnd(bytes, start, end);
    int text = timeEnd == start ? start : Math.min(timeEnd + 1, end);
    if (format == LogFile.Format.CRI && timeEnd > start) {
      // TIME stdout|stderr P|F TEXT; a P line goes on in the next one.
      int tag = indexOf(bytes, text, end) + 1;
      boolean partial = tag < end && bytes[tag] == 'P';
      ended = ended && !partial;
      text = Math.min(indexOf(bytes, tag, end) + 1, end);
    }
    return new Line(bytes, start, timeEnd, text, end, ended);
  }

  private static int indexOf(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != ' ') {
      at++;
    }
    return at;
  }

  /** Where a time at the start of a line ends; the start itself where there is none. */
  private static int timeEnd(byte[] bytes, int start, int end) {
    int blank = indexOf(bytes, start, Math.min(end, start + LONGEST_TIME + 1));
    boolean time =
        blank - start >= "2025-01-01T00:00:00Z".length()
            && bytes[start + 4] == '-'
            && bytes[start + 7] == '-'
            && bytes[start + 10] == 'T'
            && bytes[start + 13] == ':';
    return time ? blank : start;
  }

  private boolean continues;

  private void write(Line line) throws IOException {
    if (!continues) {
      out.write(prefix);
      if (options.timestamps() && line.timeEnd() > line.time()) {
        put(line.bytes(), line.time(), line.timeEnd() + 1);
      }
    }
    put(line.bytes(), line.text(), line.end());
    if (line.ended()) {
      put(NEWLINE, 0, 1);
    }
    continues = !line.ended();
  }

  private static final byte[] NEWLINE = {'\n'};

  private void put(byte[] bytes, int from, int to) throws IOException {
    int length = (int) Math.min(Math.max(0, Math.min(to, bytes.length) - from), left);
    out.write(bytes, from, length);
    left -= length;
  }
}
