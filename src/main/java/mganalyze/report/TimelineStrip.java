package mganalyze.report;

import j2html.tags.DomContent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mganalyze.diagnosis.Report.Timeline;

/**
 * What happened when, drawn as one strip: a lane for each component, a mark for each event, a line
 * where the archive was gathered. All places across are percentages, so that the strip is zoomed by
 * making it wider.
 */
final class TimelineStrip {
  private static final int LANE_HEIGHT = 22;
  private static final int ROW_LIMIT = 400;
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

  private final Page page;
  private final TimelineMarks marks;

  TimelineStrip(Page page) {
    this.page = page;
    this.marks = page.marks();
  }

  DomContent render() {
    if (marks.isEmpty()) {
      return Element.nothing();
    }
    Element names = Element.of("ol", "lanes");
    for (String lane : marks.lanes().keySet()) {
      names.with(Element.of("li").say(VisibleText.line(lane, 40)));
    }
    return Element.of("section", "timeline")
        .withId("timeline")
        .with(
            Element.of("h2").withText("Timeline"),
            Element.of("p", "hint")
                .withText(
                    Moment.plain(marks.from())
                        + " to "
                        + Moment.plain(marks.to())
                        + " UTC"
                        + (marks.isStretched() ? ", stretched from the dashed line on" : "")),
            zoom(),
            Element.of("div", "strip")
                .with(names, Element.of("div", "scroll").withTabindex(0).with(drawing())),
            Element.of("p", "pointed").attr("aria-live", "polite"),
            RunbookSection.more(marks.unmarked()),
            legend(),
            list());
  }

  private static Element zoom() {
    return Element.of("p", "zoom")
        .isHidden()
        .with(
            Element.of("button").attr("type", "button").attr("value", "-").withText("Zoom out"),
            Element.of("button").attr("type", "button").attr("value", "+").withText("Zoom in"));
  }

  private Element drawing() {
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

  private static Element shape(String kind) {
    return Element.of("use").attr("href", "#mark-" + kind);
  }

  /** The kind, if it is one that has a shape. */
  private static String kind(Timeline.Event event) {
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
      said.append("  ").append(place(event));
    }
    return said.toString();
  }

  /** Of the kinds of marks that are drawn. */
  private Element legend() {
    Set<String> drawn = new HashSet<>();
    for (Timeline.Event event : page.report().timeline().events()) {
      drawn.add(event.kind().equals("gather") ? "gathered" : kind(event));
    }
    Element legend = Element.of("ul", "legend");
    String[][] kinds = {
      {"alert", "alert"},
      {"condition", "condition changed"},
      {"restart", "restart"},
      {"kill", "killed"},
      {"leader", "new leader"},
      {"migration", "migration"},
      {"node", "node"},
      {"errors", "errors in logs"},
      {"gathered", "gathered"}
    };
    for (String[] kind : kinds) {
      if (!drawn.contains(kind[0])) {
        continue;
      }
      Element picture =
          Element.of("svg", "mark " + kind[0])
              .attr("aria-hidden", "true")
              .attr("viewBox", "-7 -7 14 14")
              .with(shape(kind[0]));
      legend.with(Element.of("li").with(picture).withText(kind[1]));
    }
    return legend;
  }

  private Element list() {
    List<Timeline.Event> events = page.report().timeline().events();
    Element rows = Element.of("tbody");
    int shown = Math.min(ROW_LIMIT, events.size());
    for (Timeline.Event event : events.subList(0, shown)) {
      Element place = Element.of("td");
      if (event.path().isPresent()) {
        place.with(Element.of("code").say(place(event)));
      }
      rows.with(
          Element.of("tr")
              .with(
                  Element.of("td", "time").withText(Moment.plain(event.time())),
                  Element.of("td").say(VisibleText.line(event.lane(), 60)),
                  Element.of("td")
                      .say(
                          VisibleText.line(event.text(), 240)
                              + (event.count() > 1 ? " ×" + event.count() : "")),
                  place));
    }
    return Element.of("details", "fold")
        .with(
            Element.of("summary").withText(Fact.count(events.size(), "event") + " as a list"),
            Element.of("div", "wide")
                .withTabindex(0)
                .with(
                    Element.of("table", "events")
                        .with(heading("Time", "Where", "What", "Source"), rows)),
            RunbookSection.more(events.size() - shown));
  }

  private static String place(Timeline.Event event) {
    String path = VisibleText.line(event.path().get(), 200);
    return event.line().isPresent() ? path + ":" + event.line().get() : path;
  }

  static Element heading(String... words) {
    Element row = Element.of("tr");
    for (String word : words) {
      row.with(Element.of("th").attr("scope", "col").withText(word));
    }
    return Element.of("thead").with(row);
  }

  static String percent(double share) {
    long hundredths = Math.round(share * 10_000);
    String fraction = String.valueOf(100 + hundredths % 100).substring(1);
    return hundredths / 100 + "." + fraction + "%";
  }
}
