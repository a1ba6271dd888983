package mganalyze.oc.table;

import java.time.Duration;

/** Spans of whole seconds as Go writes them: {@code 1h0m5s}. */
final class Spans {
  private Spans() {}

  static String print(Duration span) {
    long hours = span.toHours();
    int minutes = span.toMinutesPart();
    String rest = span.toSecondsPart() + "s";
    if (hours > 0) {
      return hours + "h" + minutes + "m" + rest;
    }
    return minutes > 0 ? minutes + "m" + rest : rest;
  }
}
