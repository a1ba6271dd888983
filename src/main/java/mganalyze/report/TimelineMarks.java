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

  /** Spans in seconds that may get most of the strip: from two hours to a month. */
  private static final long[] RECENT_SECONDS = {7200, 21_600, 86_400, 259_200, 604_800, 2_592_000};

  private static final int FEW_EVENTS = 5;
  private static final double EARLIER_SHARE = 0.12;
  private static final int MARK_LIMIT = 1500;
  private static final String[] FIRST_LANES = {"alerts", "nodes"};
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
  private final Instant knee;
  private final Map<String, List<Mark>> lanes = new LinkedHashMap<>();
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
    this.knee = knee(timeline.events());
    place(timeline.events());
  }

  /**
   * Where the last hours begin, if much happened in them and they are a small part of the whole: a
   * cluster that was installed a month ago would have all that went wrong today in one spot.
   * Otherwise the start.
   */
  private Instant knee(List<Timeline.Event> events) {
    for (long seconds : RECENT_SECONDS) {
      Instant since = to.minusSeconds(seconds);
      if (Duration.between(from, since).getSeconds() < 2 * seconds) {
        return from;
      }
      int recent = 0;
      for (Timeline.Event event : events) {
        if (!event.kind().equals("gather") && !event.time().isBefore(since)) {
          recent++;
        }
      }
      if (recent >= FEW_EVENTS && recent >= events.size() / 4) {
        return since;
      }
    }
    return from;
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

  /**
   * The lanes, alerts and nodes first, the others in the order of their names; each with its marks
   * from left to right.
   */
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

  /** From when on the strip is stretched; the start where it has one scale throughout. */
  Instant knee() {
    return knee;
  }

  boolean isStretched() {
    return knee.isAfter(from);
  }

  /** Where a time stands, from 0 to 1. */
  double position(Instant time) {
    Instant at = Moment.clamped(time);
    if (!isStretched()) {
      return share(from, at, to);
    }
    return at.isBefore(knee)
        ? EARLIER_SHARE * 0.9 * share(from, at, knee)
        : EARLIER_SHARE + (1 - EARLIER_SHARE) * share(knee, at, to);
  }

  private static double share(Instant from, Instant time, Instant to) {
    double span = seconds(from, to);
    double share = span <= 0 ? 0.5 : seconds(from, time) / span;
    return Math.max(0, Math.min(1, share));
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
    Map<String, List<Mark>> byName = new TreeMap<>();
    for (Spot spot : spots.values()) {
      byName.put(spot.lane(), new ArrayList<>());
    }
    for (String first : FIRST_LANES) {
      if (byName.containsKey(first)) {
        lanes.put(first, byName.remove(first));
      }
    }
    lanes.putAll(byName);
    for (Spot spot : spots.values()) {
      if (marked < MARK_LIMIT) {
        lanes.computeIfAbsent(spot.lane(), lane -> new ArrayList<>()).add(mark(spot.events()));
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
      String lane =
          laneNumbers.getOrDefault(event.lane(), LANE_LIMIT) < LANE_LIMIT
              ? event.lane()
              : OTHER_LANES;
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
