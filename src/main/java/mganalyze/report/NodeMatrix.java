package mganalyze.report;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mganalyze.diagnosis.Report.NodeRow;

/** Which node runs which virtualization component, and whether it is ready. */
final class NodeMatrix {
  private static final int ROW_LIMIT = 200;
  private static final int COLUMN_LIMIT = 12;

  private final Page page;

  NodeMatrix(Page page) {
    this.page = page;
  }

  DomContent render() {
    List<NodeRow> nodes = page.report().nodes();
    Element pictures = Element.of("div", "pictures");
    if (!nodes.isEmpty()) {
      pictures.with(matrix(nodes));
    }
    return Element.of("section", "pictures").with(pictures, new Sparklines(page).render());
  }

  private static Element matrix(List<NodeRow> nodes) {
    TreeSet<String> names = new TreeSet<>();
    for (NodeRow node : nodes) {
      node.cells().forEach(cell -> names.add(cell.component()));
    }
    List<String> columns = names.stream().limit(COLUMN_LIMIT).toList();
    Element head = Element.of("tr").with(column("Node"), column("Ready"));
    columns.forEach(name -> head.with(column(VisibleText.line(name, 40))));
    Element rows = Element.of("tbody");
    List<NodeRow> ordered = new ArrayList<>(nodes);
    // What needs a look stays in sight when a large cluster is cut.
    ordered.sort((a, b) -> Boolean.compare(isWell(a), isWell(b)));
    int shown = Math.min(ROW_LIMIT, ordered.size());
    ordered.subList(0, shown).forEach(node -> rows.with(row(node, columns)));
    return Element.of("section", "nodes")
        .with(
            Element.of("h2").withText("Nodes"),
            Element.of("div", "wide")
                .withTabindex(0)
                .with(Element.of("table", "matrix").with(Element.of("thead").with(head), rows)),
            RunbookSection.more(nodes.size() - shown));
  }

  private static Element column(String name) {
    return Element.of("th").attr("scope", "col").say(name);
  }

  private static boolean isWell(NodeRow node) {
    return node.ready().orElse(false)
        && node.schedulable()
        && node.cells().stream().allMatch(cell -> cell.readyPods() == cell.pods());
  }

  private static Element row(NodeRow node, List<String> columns) {
    Element name =
        Element.of("th")
            .attr("scope", "row")
            .with(
                Element.of("code").say(VisibleText.line(node.name(), 80)),
                Element.of("span", "roles").say(VisibleText.line(node.roles(), 60)));
    Element row = Element.of("tr").with(name, readiness(node));
    for (String column : columns) {
      Element cell = Element.of("td");
      node.cells().stream()
          .filter(any -> any.component().equals(column))
          .findFirst()
          .ifPresentOrElse(any -> fill(cell, any), () -> cell.withClass("empty").withText("–"));
      row.with(cell);
    }
    return row;
  }

  private static Element readiness(NodeRow node) {
    Element cell = Element.of("td");
    if (node.ready().isEmpty()) {
      cell.withClass("undetermined").icon("undetermined").withText("unknown");
    } else if (node.ready().get()) {
      cell.withClass("clear").icon("clear").withText("ready");
    } else {
      cell.withClass("confirmed").icon("confirmed").withText("not ready");
    }
    return node.schedulable() ? cell : cell.with(Element.of("span", "roles").withText("cordoned"));
  }

  private static void fill(Element cell, NodeRow.Cell component) {
    boolean ready = component.readyPods() >= component.pods();
    cell.withClass(ready ? "clear" : "confirmed")
        .icon(ready ? "clear" : "confirmed")
        .withText(component.readyPods() + "/" + component.pods());
    if (component.restarts() > 0) {
      cell.with(Element.of("span", "roles").withText(Fact.count(component.restarts(), "restart")));
    }
  }
}
