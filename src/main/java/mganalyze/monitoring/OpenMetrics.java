package mganalyze.monitoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one metric out of a text dump of samples, as {@code promtool tsdb dump-openmetrics} writes
 * it: {@code name{label="value",…} 0.5 1729768000.123}, series by series. A dump that was cut has
 * no {@code # EOF}; what is there is good.
 */
final class OpenMetrics {
  private OpenMetrics() {}

  static List<Series> read(byte[] text, String metric, String source) {
    Map<Map<String, String>, List<Series.Sample>> found = new LinkedHashMap<>();
    Map<Map<String, String>, Integer> lines = new LinkedHashMap<>();
    byte[] name = metric.getBytes(StandardCharsets.UTF_8);
    int line = 0;
    int at = 0;
    while (at < text.length) {
      int end = at;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      line++;
      if (startsWith(text, at, end, name)) {
        readLine(
            new String(text, at, end - at, StandardCharsets.UTF_8),
            metric.length(),
            line,
            found,
            lines);
      }
      at = end + 1;
    }
    List<Series> series = new ArrayList<>();
    found.forEach(
        (labels, samples) ->
            series.add(new Series(labels, samples, source, lines.getOrDefault(labels, 1))));
    return series;
  }

  private static boolean startsWith(byte[] text, int from, int end, byte[] name) {
    if (from + name.length >= end) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (text[from + i] != name[i]) {
        return false;
      }
    }
    byte next = text[from + name.length];
    return next == '{' || next == ' ';
  }

  private static void readLine(
      String line,
      int at,
      int number,
      Map<Map<String, String>, List<Series.Sample>> found,
      Map<Map<String, String>, Integer> lines) {
    Map<String, String> labels = new LinkedHashMap<>();
    int rest = line.charAt(at) == '{' ? readLabels(line, at + 1, labels) : at;
    if (rest < 0) {
      return;
    }
    String[] words = line.substring(rest).strip().split(" +");
    try {
      double value =
          Double.parseDouble(words[0].replace("+Inf", "Infinity").replace("-Inf", "-Infinity"));
      double time = words.length > 1 ? Double.parseDouble(words[1]) : 0;
      found.computeIfAbsent(labels, k -> new ArrayList<>()).add(new Series.Sample(time, value));
      lines.put(labels, number);
    } catch (NumberFormatException e) {
      // A line that was cut, or a comment that begins like the metric: no sample.
      return;
    }
  }

  /** Reads {@code a="b",c="d"}} and gives the index behind the brace, or -1 if the line is cut. */
  private static int readLabels(String line, int from, Map<String, String> labels) {
    int at = from;
    while (at < line.length() && line.charAt(at) != '}') {
      int equals = line.indexOf("=\"", at);
      if (equals < 0) {
        return -1;
      }
      StringBuilder value = new StringBuilder();
      int i = equals + 2;
      while (i < line.length() && line.charAt(i) != '"') {
        if (line.charAt(i) == '\\' && i + 1 < line.length()) {
          i++;
          value.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
        } else {
          value.append(line.charAt(i));
        }
        i++;
      }
      labels.put(line.substring(at, equals).strip(), value.toString());
      at = i + 1;
      if (at < line.length() && line.charAt(at) == ',') {
        at++;
      }
    }
    return at < line.length() ? at + 1 : -1;
  }
}
