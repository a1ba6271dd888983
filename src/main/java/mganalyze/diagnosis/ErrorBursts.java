package mganalyze.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.diagnosis.Report.Timeline.Event;
import mganalyze.gather.LogFile;
import mganalyze.gather.Logs;
import mganalyze.gather.Resource;

/** Finds the minutes in which a component's log is full of errors; single ones are its noise. */
final class ErrorBursts {
  /** An error as the components write it: JSON with a level, or klog's letter. */
  private static final String ERROR_LINE = "\"level\":\"error\"|\"level\":\"fatal\"|^E[0-9]{4} ";

  private static final Duration SPAN = Duration.ofMinutes(5);
  private static final int FEWEST = 10;

  private final Logs logs;
  private final LogScan scan;

  ErrorBursts(Logs logs, LogScan scan) {
    this.logs = logs;
    this.scan = scan;
  }

  /** Announces the logs of a namespace to the scan. */
  void plan(String namespace) {
    for (String pod : logs.pods(namespace)) {
      for (String container : logs.containers(namespace, pod)) {
        for (LogFile file : logs.files(namespace, pod, container, false)) {
          scan.plan(file, ERROR_LINE);
        }
      }
    }
  }

  /** The bursts in the current logs of a pod. */
  List<Event> of(Resource pod) {
    List<Event> events = new ArrayList<>();
    for (String container : logs.containers(pod.namespace(), pod.name())) {
      String log = "the log of " + pod.name() + ", container " + container;
      for (LogFile file : logs.files(pod.namespace(), pod.name(), container, false)) {
        bySpan(file)
            .forEach(
                (start, lines) -> {
                  if (lines.size() >= FEWEST) {
                    events.add(event(Lane.of(pod.name()), log, start, lines));
                  }
                });
      }
    }
    return events;
  }

  private Map<Instant, List<LogMatch>> bySpan(LogFile file) {
    Map<Instant, List<LogMatch>> spans = new TreeMap<>();
    for (LogMatch match : scan.matches(file, ERROR_LINE)) {
      if (match.time().isPresent()) {
        long seconds = match.time().get().getEpochSecond();
        Instant start = Instant.ofEpochSecond(seconds - seconds % SPAN.toSeconds());
        spans.computeIfAbsent(start, k -> new ArrayList<>()).add(match);
      }
    }
    return spans;
  }

  private static Event event(String lane, String log, Instant start, List<LogMatch> lines) {
    LogMatch first = lines.get(0);
    return Event.at(first.time().orElse(start), lane, "errors", lines.size() + " errors in " + log)
        .until(Optional.of(start.plus(SPAN)))
        .times(lines.size())
        .in(first.file().path(), first.line());
  }
}
