package mganalyze.report;

import j2html.tags.DomContent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mganalyze.diagnosis.Report.Timeline;

/**
 * What happened when, drawn as one strip: a lane for each component, a mark for each event, a line
 * where the archive was gathered; below it the events as a list.
 */
final class TimelineStrip {
  private static final int ROW_LIMIT = 400;

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
                .with(
                    names,
                    Element.of("div", "scroll")
                        .withTabindex(0)
                        .with(new TimelineDrawing(marks).render())),
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

  /** Of the kinds of marks that are drawn. */
  private Element legend() {
    Set<String> drawn = new HashSet<>();
    for (Timeline.Event event : page.report().timeline().events()) {
      drawn.add(event.kind().equals("gather") ? "gathered" : TimelineDrawing.kind(event));
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
              .with(TimelineDrawing.shape(kind[0]));
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
        place.with(Element.of("code").say(TimelineDrawing.source(event)));
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
                        .with(Element.heading("Time", "Where", "What", "Source"), rows)),
            RunbookSection.more(events.size() - shown));
  }
}
