package mganalyze.report;

import j2html.tags.DomContent;
import java.util.Map;
import java.util.TreeMap;
import mganalyze.diagnosis.Report.Timeline;

/** How restarts and errors of each component are spread over the time of the gather. */
final class Sparklines {
  private static final int BARS = 48;
  private static final int HEIGHT = 18;
  private static final int ROW_LIMIT = 30;
  private static final int[] NOTHING = {};

  private final Page page;

  Sparklines(Page page) {
    this.page = page;
  }

  DomContent render() {
    Map<String, int[]> restarts = new TreeMap<>();
    Map<String, int[]> errors = new TreeMap<>();
    for (Timeline.Event event : page.report().timeline().events()) {
      switch (event.kind()) {
        case "restart", "kill" -> count(restarts, event);
        case "errors" -> count(errors, event);
        default -> {}
      }
    }
    TreeMap<String, int[]> lanes = new TreeMap<>(restarts);
    lanes.putAll(errors);
    if (lanes.isEmpty()) {
      return Element.nothing();
    }
    Element rows = Element.of("tbody");
    int shown = 0;
    for (String lane : lanes.keySet()) {
      if (shown++ < ROW_LIMIT) {
        rows.with(
            Element.of("tr")
                .with(
                    Element.of("th").attr("scope", "row").say(VisibleText.line(lane, 40)),
                    cell("restarts", restarts.getOrDefault(lane, NOTHING)),
                    cell("errors", errors.getOrDefault(lane, NOTHING))));
      }
    }
    return Element.of("section", "sparks")
        .with(
            Element.of("h2").withText("Restarts and errors"),
            Element.of("table").with(Element.heading("Component", "Restarts", "Error lines"), rows),
            RunbookSection.more(Math.max(0, lanes.size() - ROW_LIMIT)));
  }

  private void count(Map<String, int[]> lanes, Timeline.Event event) {
    int bar = (int) Math.min(BARS - 1, page.marks().position(event.time()) * BARS);
    lanes.putIfAbsent(event.lane(), new int[BARS]);
    lanes.get(event.lane())[bar] += Math.max(1, event.count());
  }

  private static Element cell(String kind, int[] bars) {
    Element cell = Element.of("td");
    if (bars.length == 0) {
      return cell.withClass("empty").withText("–");
    }
    long total = 0;
    int highest = 1;
    for (int bar : bars) {
      total += bar;
      highest = Math.max(highest, bar);
    }
    Element drawing =
        Element.of("svg", "spark " + kind)
            .attr("aria-hidden", "true")
            .attr("viewBox", "0 0 " + 2 * BARS + " " + HEIGHT)
            .attr("preserveAspectRatio", "none");
    for (int at = 0; at < BARS; at++) {
      if (bars[at] > 0) {
        int height = Math.max(2, (int) (HEIGHT * (long) bars[at] / highest));
        drawing.with(
            Element.of("rect")
                .attr("x", String.valueOf(2 * at))
                .attr("y", String.valueOf(HEIGHT - height))
                .attr("width", "2")
                .attr("height", String.valueOf(height)));
      }
    }
    return cell.with(drawing, Element.of("span", "total").withText(String.valueOf(total)));
  }
}
