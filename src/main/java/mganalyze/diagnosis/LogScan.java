package mganalyze.diagnosis;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mganalyze.gather.LogFile;
import mganalyze.gather.LogTime;

/**
 * Matches patterns against logs. A log is read, and unpacked, once for all patterns that any
 * runbook asks of it; a pattern's literal part is searched for as bytes, and only lines that hold
 * it become text.
 */
final class LogScan {
  /** Of more matching lines in one file only the last ones are kept. */
  private static final int MOST = 2000;

  private final Map<LogFile, List<String>> wanted = new LinkedHashMap<>();
  private final Map<LogFile, Map<String, List<LogMatch>>> found = new ConcurrentHashMap<>();

  /** Announces that a pattern will be asked of a file. */
  void plan(LogFile file, String pattern) {
    List<String> patterns = wanted.computeIfAbsent(file, k -> new ArrayList<>());
    if (!patterns.contains(pattern)) {
      patterns.add(pattern);
    }
  }

  /** Reads all files that were announced, each once. */
  void run() {
    wanted.entrySet().parallelStream()
        .forEach(entry -> found.put(entry.getKey(), scan(entry.getKey(), entry.getValue())));
    wanted.clear();
  }

  /** The lines of a file that match, in its order. */
  List<LogMatch> matches(LogFile file, String pattern) {
    List<LogMatch> planned = found.getOrDefault(file, Map.of()).get(pattern);
    return planned != null ? planned : new FileScan(file, file.bytes(), pattern).matches();
  }

  private static Map<String, List<LogMatch>> scan(LogFile file, List<String> patterns) {
    byte[] bytes = file.bytes();
    Map<String, List<LogMatch>> matches = new LinkedHashMap<>();
    for (String pattern : patterns) {
      matches.put(pattern, new FileScan(file, bytes, pattern).matches());
    }
    return matches;
  }

  /** One pattern against one file. */
  private static final class FileScan {
    private final LogFile file;
    private final byte[] bytes;
    private final Pattern pattern;
    private final List<Literal> literals = new ArrayList<>();
    private final List<LogMatch> matches = new ArrayList<>();
    private int lineNumber = 1;
    private int countedTo;

    FileScan(LogFile file, byte[] bytes, String pattern) {
      this.file = file;
      this.bytes = bytes;
      this.pattern = Pattern.compile(pattern);
      for (String literal : PatternLiteral.of(pattern)) {
        literals.add(new Literal(literal.getBytes(StandardCharsets.UTF_8)));
      }
    }

    List<LogMatch> matches() {
      int at = 0;
      while (at < bytes.length) {
        int hit = literals.isEmpty() ? at : nextHit(at);
        if (hit < 0) {
          break;
        }
        int start = hit;
        while (start > at && bytes[start - 1] != '\n') {
          start--;
        }
        int end = LineText.lineEnd(bytes, hit);
        matchLine(start, end);
        at = end + 1;
      }
      return matches;
    }

    /** Where the next of the literals stands, or -1. */
    private int nextHit(int from) {
      int next = -1;
      for (Literal literal : literals) {
        int hit = literal.next(bytes, from);
        if (hit >= 0 && (next < 0 || hit < next)) {
          next = hit;
        }
      }
      return next;
    }

    private void matchLine(int start, int end) {
      int textStart = textStart(start, end);
      String text = new String(bytes, textStart, end - textStart, StandardCharsets.UTF_8);
      Matcher matcher = pattern.matcher(text);
      if (!matcher.find()) {
        return;
      }
      Map<String, String> groups = new LinkedHashMap<>();
      for (String name : pattern.namedGroups().keySet()) {
        String group = matcher.group(name);
        if (group != null) {
          groups.put(name, group);
        }
      }
      Optional<Instant> time = LogTime.parse(bytes, start, end);
      if (matches.size() == MOST) {
        matches.remove(0);
      }
      matches.add(new LogMatch(file, lineNumber(start), start, time, text, groups));
    }

    /** Behind the time, and behind the stream and its mark in the runtime's own format. */
    private int textStart(int start, int end) {
      if (file.format() == LogFile.Format.PLAIN || LogTime.parse(bytes, start, end).isEmpty()) {
        return start;
      }
      int at = start;
      for (int blanks = file.format() == LogFile.Format.CRI ? 3 : 1;
          blanks > 0 && at < end;
          blanks--) {
        while (at < end && bytes[at] != ' ') {
          at++;
        }
        at++;
      }
      return Math.min(at, end);
    }

    private int lineNumber(int start) {
      for (int i = countedTo; i < start; i++) {
        if (bytes[i] == '\n') {
          lineNumber++;
        }
      }
      countedTo = start;
      return lineNumber;
    }
  }

  /** A text that is searched for from the front of a log to its end. */
  private static final class Literal {
    private final byte[] text;

    /** Where it was found last; -1 before the first search. */
    private int hit = -1;

    Literal(byte[] text) {
      this.text = text;
    }

    /** Its first place from an index on, which never decreases from call to call; -1 if none. */
    int next(byte[] bytes, int from) {
      if (hit < from) {
        hit = indexOf(bytes, from);
      }
      return hit == Integer.MAX_VALUE ? -1 : hit;
    }

    private int indexOf(byte[] bytes, int from) {
      byte first = text[0];
      int last = bytes.length - text.length;
      for (int i = from; i <= last; i++) {
        if (bytes[i] == first) {
          int j = 1;
          while (j < text.length && bytes[i + j] == text[j]) {
            j++;
          }
          if (j == text.length) {
            return i;
          }
        }
      }
      return Integer.MAX_VALUE;
    }
  }
}
