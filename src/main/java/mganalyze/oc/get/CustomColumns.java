package mganalyze.oc.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import mganalyze.jsonpath.GoValue;
import mganalyze.jsonpath.JsonPath;
import mganalyze.jsonpath.JsonPathException;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.value.AlignedText;

/** {@code -o custom-columns=HEADER:path,…}. */
final class CustomColumns {
  private record Column(String header, JsonPath path) {}

  private static final String SHAPE =
      " Expected format is one line of space separated headers, one line of space separated"
          + " column specs.";

  private final List<Column> columns;

  private CustomColumns(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Reads the columns; every comma separates two, wherever it stands. */
  static CustomColumns parse(String specification) throws CommandException {
    List<Column> columns = new ArrayList<>();
    for (String part : specification.split(",", -1)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        throw CommandException.error(
            "unexpected custom-columns spec: " + part + ", expected <header>:<json-path-expr>");
      }
      columns.add(new Column(part.substring(0, colon), path(part.substring(colon + 1))));
    }
    return new CustomColumns(columns);
  }

  /** Reads the text of a file: headers in its first line, paths in its second. */
  static CustomColumns ofFile(String text) throws CommandException {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2) {
      String missing = lines.isEmpty() ? "header" : "spec";
      throw CommandException.error("invalid template, missing " + missing + " line." + SHAPE);
    }
    List<String> headers = words(lines.get(0));
    List<String> paths = words(lines.get(1));
    if (headers.size() != paths.size()) {
      throw CommandException.error(
          "number of headers ("
              + headers.size()
              + ") and field specifications ("
              + paths.size()
              + ") don't match");
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      columns.add(new Column(headers.get(i), path(paths.get(i))));
    }
    return new CustomColumns(columns);
  }

  private static List<String> words(String line) {
    return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
  }

  private static JsonPath path(String expression) throws CommandException {
    try {
      return JsonPath.relaxed(expression);
    } catch (JsonPathException e) {
      throw CommandException.error(e.getMessage());
    }
  }

  /** What is printed before an object on which a path fails. */
  record Printed(String text, String failure) {}

  Printed print(List<? extends JsonNode> objects, boolean headers) {
    AlignedText text = AlignedText.forTables();
    if (headers) {
      text.append(String.join("\t", columns.stream().map(Column::header).toList()) + "\n");
    }
    for (JsonNode object : objects) {
      try {
        text.append(row(object));
      } catch (JsonPathException e) {
        return new Printed(text.toString(), e.getMessage());
      }
    }
    return new Printed(text.toString(), "");
  }

  private String row(JsonNode object) {
    List<String> cells = new ArrayList<>();
    for (Column column : columns) {
      List<List<JsonNode>> results = column.path().results(object);
      List<String> texts = new ArrayList<>();
      results.forEach(list -> list.forEach(value -> texts.add(GoValue.print(value))));
      cells.add(texts.isEmpty() ? "<none>" : String.join(",", texts));
    }
    return String.join("\t", cells) + "\n";
  }
}
