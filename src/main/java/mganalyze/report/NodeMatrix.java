package mganalyze.report;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mganalyze.diagnosis.Report.NodeRow;

/** Which node runs which virtualization component, and whether it is ready. */
final class NodeMatrix {
  private static final int ROW_LIMIT = 200;
  private static final int COLUMN_LIMIT = 10;
  private static final int NARROW = 4;

  private final Page page;

  NodeMatrix(Page page) {
    this.page = page;
  }

  DomContent render() {
    List<NodeRow> nodes = page.report().nodes();
    DomContent sparks = new Sparklines(page).render();
    if (nodes.isEmpty()) {
      return Element.of("section").with(sparks);
    }
    List<String> columns = columns(nodes);
    return Element.of("section", columns.size() > NARROW ? "pictures wide-matrix" : "pictures")
        .with(matrix(nodes, columns), sparks);
  }

  private Element matrix(List<NodeRow> nodes, List<String> columns) {
    int shownColumns = Math.min(COLUMN_LIMIT, columns.size());
    Element head = Element.of("tr").with(column("Node"), column("Ready"));
    for (String name : columns.subList(0, shownColumns)) {
      head.with(column(VisibleText.line(name, 40)));
    }
    Element rows = Element.of("tbody");
    List<NodeRow> ordered = worstFirst(nodes);
    int shown = Math.min(ROW_LIMIT, ordered.size());
    for (NodeRow node : ordered.subList(0, shown)) {
      rows.with(row(node, columns.subList(0, shownColumns)));
    }
    Element section =
        Element.of("section", "nodes")
            .with(
                Element.of("h2").withText("Nodes"),
                Element.of("div", "wide")
                    .withTabindex(0)
                    .with(Element.of("table", "matrix").with(Element.of("thead").with(head), rows)),
                RunbookSection.more(nodes.size() - shown));
    if (columns.size() > shownColumns) {
      String more = Fact.count(columns.size() - shownColumns, "more component");
      section.with(Element.of("p", "more").withText("and " + more + ", in the JSON report"));
    }
    return section;
  }

  /** The components: those in trouble first, then virtualization's own, then the others. */
  private static List<String> columns(List<NodeRow> nodes) {
    Set<String> troubled = new TreeSet<>();
    Set<String> virtualization = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (NodeRow node : nodes) {
      for (NodeRow.Cell cell : node.cells()) {
        String name = cell.component();
        if (cell.readyPods() < cell.pods()) {
          troubled.add(name);
        }
        boolean isOwn = name.startsWith("virt-") || name.startsWith("cdi-");
        (isOwn ? virtualization : others).add(name);
      }
    }
    Set<String> columns = new LinkedHashSet<>(troubled);
    columns.addAll(virtualization);
    columns.addAll(others);
    return List.copyOf(columns);
  }

  private static Element column(String name) {
    return Element.of("th").attr("scope", "col").say(name);
  }

  /** What needs a look stays in sight when a large cluster is cut. */
  private static List<NodeRow> worstFirst(List<NodeRow> nodes) {
    List<NodeRow> ordered = new ArrayList<>();
    for (NodeRow node : nodes) {
      if (!isWell(node)) {
        ordered.add(node);
      }
    }
    for (NodeRow node : nodes) {
      if (isWell(node)) {
        ordered.add(node);
      }
    }
    return ordered;
  }

  private static boolean isWell(NodeRow node) {
    boolean well = node.ready().orElse(false) && node.schedulable();
    for (NodeRow.Cell cell : node.cells()) {
      well &= cell.readyPods() >= cell.pods();
    }
    return well;
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
      row.with(cell(node, column));
    }
    return row;
  }

  private static Element cell(NodeRow node, String column) {
    for (NodeRow.Cell cell : node.cells()) {
      if (cell.component().equals(column) && cell.pods() > 0) {
        // Shown where the columns are folded into lines.
        Element label = Element.of("span", "label").say(VisibleText.line(column, 40) + " ");
        return fill(Element.of("td").with(label), cell);
      }
    }
    return Element.of("td", "empty").withText("–");
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

  private static Element fill(Element cell, NodeRow.Cell component) {
    boolean ready = component.readyPods() >= component.pods();
    cell.withClass(ready ? "clear" : "confirmed")
        .icon(ready ? "clear" : "confirmed")
        .withText(component.readyPods() + "/" + component.pods());
    if (component.restarts() > 0) {
      cell.with(Element.of("span", "roles").withText(Fact.count(component.restarts(), "restart")));
    }
    return cell;
  }
}
