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

  private final List<Column> columns = new ArrayList<>();

  /** Reads the columns; every comma separates two, wherever it stands. */
  CustomColumns(String specification) throws CommandException {
    for (String part : specification.split(",", -1)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        throw CommandException.error(
            "unexpected custom-columns spec: " + part + ", expected <header>:<json-path-expr>");
      }
      columns.add(new Column(part.substring(0, colon), path(part.substring(colon + 1))));
    }
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
