package mganalyze.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.diagnosis.Report.Timeline;
import mganalyze.finding.Evidence;

/**
 * A timeline's events as marks on lanes. Events of one kind that would be drawn over each other are
 * one mark, so that a storm of ten thousand restarts is a few hundred marks.
 */
final class TimelineMarks {
  private static final int[] STEPS = {400, 200, 100, 50, 25, 12};
  private static final int LANE_LIMIT = 30;
  private static final int MARK_LIMIT = 1500;
  static final String OTHER_LANES = "other";

  /**
   * One mark.
   *
   * @param start where it stands, from 0 to 1 of the strip
   * @param end where it ends; as {@code start} for a moment
   * @param count how often it happened, all events of the mark together
   */
  record Mark(String id, Timeline.Event event, double start, double end, int count, Instant last) {}

  /** What is drawn in one place. */
  private record Spot(String lane, List<Timeline.Event> events) {}

  private static final Comparator<Mark> LEFT_TO_RIGHT = Comparator.comparingDouble(Mark::start);

  private final Instant from;
  private final Instant to;
  private final Map<String, List<Mark>> lanes = new TreeMap<>();
  private final Map<String, String> idsByPlace = new HashMap<>();
  private final List<Timeline.Event> gather = new ArrayList<>();
  private int marked;
  private int unmarked;

  TimelineMarks(Timeline timeline) {
    Instant earliest = timeline.from().orElse(Instant.MAX);
    Instant latest = timeline.to().orElse(Instant.MIN);
    for (Timeline.Event event : timeline.events()) {
      earliest = earliest.isBefore(event.time()) ? earliest : event.time();
      Instant end = event.end().orElse(event.time());
      latest = latest.isAfter(end) ? latest : end;
    }
    this.from = Moment.clamped(earliest);
    this.to = Moment.clamped(latest);
    place(timeline.events());
  }

  boolean isEmpty() {
    return lanes.isEmpty();
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  /** The lanes in the order of their names, each with its marks from left to right. */
  Map<String, List<Mark>> lanes() {
    return lanes;
  }

  /** When the archive was gathered: these go through all lanes. */
  List<Timeline.Event> gather() {
    return gather;
  }

  /** How many events have no mark of theirs, because there are too many. */
  int unmarked() {
    return unmarked;
  }

  /** The id of the mark that shows this place of the archive. */
  Optional<String> at(Evidence evidence) {
    return Optional.ofNullable(idsByPlace.get(place(evidence.path(), evidence.line())));
  }

  /** Where a time stands, from 0 to 1. */
  double position(Instant time) {
    double span = seconds(from, to);
    double position = span <= 0 ? 0.5 : seconds(from, Moment.clamped(time)) / span;
    return Math.max(0, Math.min(1, position));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private void place(List<Timeline.Event> events) {
    Map<String, Integer> laneNumbers = new HashMap<>();
    for (Timeline.Event event : events) {
      if (event.kind().equals("gather")) {
        gather.add(event);
      } else {
        laneNumbers.putIfAbsent(event.lane(), laneNumbers.size());
      }
    }
    // Where there are too many marks, those that are near each other become one.
    Map<String, Spot> spots = spots(events, laneNumbers, STEPS[0]);
    for (int at = 1; at < STEPS.length && spots.size() > MARK_LIMIT; at++) {
      spots = spots(events, laneNumbers, STEPS[at]);
    }
    for (Spot spot : spots.values()) {
      lanes.putIfAbsent(spot.lane(), new ArrayList<>());
      if (marked < MARK_LIMIT) {
        lanes.get(spot.lane()).add(mark(spot.events()));
      } else {
        unmarked += spot.events().size();
      }
    }
    for (List<Mark> marks : lanes.values()) {
      marks.sort(LEFT_TO_RIGHT);
    }
  }

  /** What is drawn in one place of a strip of so many steps, in the order of the events. */
  private Map<String, Spot> spots(
      List<Timeline.Event> events, Map<String, Integer> laneNumbers, int steps) {
    // Keyed by words: a record's own hash would be made up at run time, which takes long once.
    Map<String, Spot> spots = new LinkedHashMap<>();
    for (Timeline.Event event : events) {
      if (event.kind().equals("gather")) {
        continue;
      }
      String lane = laneNumbers.get(event.lane()) < LANE_LIMIT ? event.lane() : OTHER_LANES;
      long start = Math.round(position(event.time()) * steps);
      long end = Math.round(position(event.end().orElse(event.time())) * steps);
      String key = start + " " + end + " " + event.kind() + " " + lane;
      Spot spot = spots.get(key);
      if (spot == null) {
        spot = new Spot(lane, new ArrayList<>());
        spots.put(key, spot);
      }
      spot.events().add(event);
    }
    return spots;
  }

  private Mark mark(List<Timeline.Event> events) {
    Timeline.Event first = events.get(0);
    marked++;
    String id = "time-" + marked;
    int count = 0;
    Instant last = first.time();
    for (Timeline.Event event : events) {
      count += event.count();
      last = last.isAfter(event.time()) ? last : event.time();
      if (event.path().isPresent() && event.line().isPresent()) {
        idsByPlace.putIfAbsent(place(event.path().get(), event.line().get()), id);
      }
    }
    double start = position(first.time());
    double end = first.end().isPresent() ? position(first.end().get()) : start;
    return new Mark(id, first, start, end, count, last);
  }

  private static String place(String path, int line) {
    return line + ":" + path;
  }
}
