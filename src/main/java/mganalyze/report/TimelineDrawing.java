package mganalyze.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mganalyze.diagnosis.Report.Timeline;

/**
 * The picture of a timeline: lanes, marks and the scale of time below. All places across are
 * percentages, so that the picture is zoomed by making it wider.
 */
final class TimelineDrawing {
  private static final int LANE_HEIGHT = 22;
  private static final long[] TICK_SECONDS = {
    10,
    30,
    60,
    300,
    900,
    1800,
    3600,
    10_800,
    21_600,
    43_200,
    86_400,
    172_800,
    604_800,
    1_209_600,
    2_592_000,
    7_776_000,
    31_536_000
  };

  private final TimelineMarks marks;

  TimelineDrawing(TimelineMarks marks) {
    this.marks = marks;
  }

  Element render() {
    int height = marks.lanes().size() * LANE_HEIGHT;
    Element drawing =
        Element.of("svg", "drawing")
            .attr("role", "group")
            .attr("aria-label", "Timeline of events")
            .attr("width", "100%")
            .attr("height", String.valueOf(height + 20));
    ticks(drawing, height);
    int lane = 0;
    for (List<TimelineMarks.Mark> onLane : marks.lanes().values()) {
      int middle = lane * LANE_HEIGHT + LANE_HEIGHT / 2;
      drawing.with(line("rail", "0%", "100%", middle, middle));
      for (TimelineMarks.Mark mark : onLane) {
        drawing.with(mark(mark, middle));
      }
      lane++;
    }
    for (Timeline.Event gather : marks.gather()) {
      String at = percent(marks.position(gather.time()));
      drawing.with(
          Element.of("g", "gathered")
              .with(Element.of("title").say(said(gather, 1)), line("gathered", at, at, 0, height)));
    }
    return drawing;
  }

  private void ticks(Element drawing, int height) {
    if (marks.isStretched()) {
      earlier(drawing, height);
    }
    long span = Duration.between(marks.knee(), marks.to()).toSeconds();
    long step = TICK_SECONDS[TICK_SECONDS.length - 1];
    for (int at = TICK_SECONDS.length - 1; at >= 0 && span / TICK_SECONDS[at] <= 5; at--) {
      step = TICK_SECONDS[at];
    }
    while (span / step > 6) {
      step *= 2;
    }
    long first = Math.floorDiv(marks.knee().getEpochSecond() + step - 1, step) * step;
    int number = 0;
    for (long tick = first; tick <= marks.to().getEpochSecond(); tick += step) {
      // Every other tick is left out where there is little room.
      String cssClass = number++ % 2 == 0 ? "tick" : "tick odd";
      double position = marks.position(Instant.ofEpochSecond(tick));
      String at = percent(position);
      String anchor = position < 0.12 ? "start" : position > 0.85 ? "end" : "middle";
      String time = Moment.plain(Instant.ofEpochSecond(tick));
      drawing.with(
          line("tick", at, at, 0, height),
          Element.of("text", cssClass)
              .attr("x", at)
              .attr("y", String.valueOf(height + 14))
              .attr("text-anchor", anchor)
              .withText(step >= 86_400 ? time.substring(0, 10) : time.substring(5, 16)));
    }
  }

  /** What lies before the last hours, on a scale of its own. */
  private void earlier(Element drawing, int height) {
    String knee = percent(marks.position(marks.knee()));
    drawing.with(
        line("knee", knee, knee, 0, height),
        Element.of("text", "tick odd")
            .attr("x", "0%")
            .attr("y", String.valueOf(height + 14))
            .withText(Moment.plain(marks.from()).substring(0, 10)));
  }

  private static Element line(String cssClass, String x1, String x2, int y1, int y2) {
    return Element.of("line", cssClass)
        .attr("x1", x1)
        .attr("x2", x2)
        .attr("y1", String.valueOf(y1))
        .attr("y2", String.valueOf(y2));
  }

  private static Element mark(TimelineMarks.Mark mark, int middle) {
    String kind = kind(mark.event());
    Element group =
        Element.of("g", "mark " + kind)
            .withId(mark.id())
            .withTabindex(-1)
            .attr("role", "img")
            .with(Element.of("title").say(said(mark.event(), mark.count())));
    if (mark.end() > mark.start()) {
      group.with(
          Element.of("rect", "lasting")
              .attr("x", percent(mark.start()))
              .attr("width", percent(mark.end() - mark.start()))
              .attr("y", String.valueOf(middle - 4))
              .attr("height", "8")
              .attr("rx", "2"));
    }
    // A nested svg is the only shape that can be moved by a percentage and keep its size.
    return group.with(
        Element.of("svg", "spot")
            .attr("x", percent(mark.start()))
            .attr("y", String.valueOf(middle))
            .attr("overflow", "visible")
            .with(shape(kind)));
  }

  /** The shape of the events of a kind. */
  static Element shape(String kind) {
    return Element.of("use").attr("href", "#mark-" + kind);
  }

  /** The kind, if it is one that has a shape. */
  static String kind(Timeline.Event event) {
    return switch (event.kind()) {
      case "alert", "condition", "restart", "kill", "leader", "migration", "node", "errors" ->
          event.kind();
      default -> "other";
    };
  }

  private static String said(Timeline.Event event, int count) {
    StringBuilder said = new StringBuilder(Moment.plain(event.time()));
    if (event.end().isPresent()) {
      said.append(" to ").append(Moment.plain(event.end().get()));
    }
    said.append("  ").append(VisibleText.line(event.lane(), 80)).append(": ");
    said.append(VisibleText.line(event.text(), 240));
    if (count > 1) {
      said.append(" (").append(count).append(" times)");
    }
    if (event.path().isPresent()) {
      said.append("  ").append(source(event));
    }
    return said.toString();
  }

  private static String percent(double share) {
    long hundredths = Math.round(share * 10_000);
    String fraction = String.valueOf(100 + hundredths % 100).substring(1);
    return hundredths / 100 + "." + fraction + "%";
  }

  /** Where the archive tells of the event: a path, with the line where there is one. */
  static String source(Timeline.Event event) {
    String path = VisibleText.line(event.path().get(), 200);
    return event.line().isPresent() ? path + ":" + event.line().get() : path;
  }
}
