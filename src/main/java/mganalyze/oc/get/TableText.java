package mganalyze.oc.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import mganalyze.gather.Resource;
import mganalyze.gather.ResourceType;
import mganalyze.oc.table.Cells;
import mganalyze.oc.table.Shape;
import mganalyze.oc.value.AlignedText;
import mganalyze.oc.value.Struct;

/** Lays out the rows of one type. */
final class TableText {
  private final Look look;

  /**
   * What the table shows beside the type's own columns.
   *
   * @param labels label keys that become columns
   */
  record Look(
      boolean wide,
      boolean headers,
      boolean namespaces,
      boolean kinds,
      boolean allLabels,
      List<String> labels) {}

  TableText(Look look) {
    this.look = look;
  }

  /** The table in UTF-8; empty where there are no rows. */
  byte[] print(ResourceType type, Shape shape, List<Resource> resources) {
    if (resources.isEmpty()) {
      return new byte[0];
    }
    List<Shape.Column> columns = shape.columns(look.wide());
    boolean namespaces = look.namespaces() && type.namespaced();
    AlignedText text = AlignedText.forTables();
    if (look.headers()) {
      text.append(headers(columns, namespaces));
    }
    String prefix = look.kinds() ? type.qualifiedSingular() + "/" : "";
    for (Resource resource : resources) {
      text.append(row(columns, namespaces, prefix, new Struct(resource.json())));
    }
    return text.toBytes();
  }

  private String headers(List<Shape.Column> columns, boolean namespaces) {
    List<String> cells = new ArrayList<>();
    if (namespaces) {
      cells.add("NAMESPACE");
    }
    columns.forEach(column -> cells.add(column.name().toUpperCase(Locale.ROOT)));
    for (String label : look.labels()) {
      cells.add(label.substring(label.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
    }
    if (look.allLabels()) {
      cells.add("LABELS");
    }
    return String.join("\t", cells) + "\n";
  }

  private String row(List<Shape.Column> columns, boolean namespaces, String prefix, Struct object) {
    List<String> cells = new ArrayList<>();
    if (namespaces) {
      cells.add(object.namespace());
    }
    for (Shape.Column column : columns) {
      String cell = firstLine(column.cell().apply(object));
      cells.add(column.name().equals("Name") ? prefix + cell : cell);
    }
    SortedMap<String, String> labels = object.map("metadata", "labels");
    for (String label : look.labels()) {
      cells.add(labels.getOrDefault(label, ""));
    }
    if (look.allLabels()) {
      cells.add(Cells.pairs(labels));
    }
    return String.join("\t", cells) + "\n";
  }

  private static String firstLine(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\n' || c == '\r' || c == '\f') {
        return visible(cell.substring(0, i)) + "...";
      }
    }
    return visible(cell);
  }

  // What a terminal would obey is made visible.
  private static String visible(String cell) {
    return cell.indexOf('\u001b') < 0 ? cell : cell.replace("\u001b", "^[");
  }
}
