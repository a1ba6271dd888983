package mganalyze.oc.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mganalyze.jsonpath.GoValue;
import mganalyze.jsonpath.JsonPath;
import mganalyze.jsonpath.JsonPathException;
import mganalyze.oc.value.Ages;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;
import mganalyze.yaml.KubernetesPrinter;

/**
 * Types that a CustomResourceDefinition defines: the name, then {@code additionalPrinterColumns} of
 * the version. A version without columns shows its age.
 */
final class CustomTable {
  private final Shapes shapes;

  CustomTable(Shapes shapes) {
    this.shapes = shapes;
  }

  Shape shape(Struct definition, String version) {
    List<Struct> columns = columns(definition, version);
    Shape shape = new Shape().name();
    if (columns.isEmpty()) {
      return shapes.age(shape);
    }
    for (Struct column : columns) {
      String path = column.textOr(column.text("JSONPath"), "jsonPath");
      String type = column.text("type");
      Source source = new Source(path);
      if (column.number("priority") > 0) {
        shape.wide(column.text("name"), object -> cell(source.first(object.node()), type));
      } else {
        shape.column(column.text("name"), object -> cell(source.first(object.node()), type));
      }
    }
    return shape;
  }

  private static List<Struct> columns(Struct definition, String version) {
    for (Struct candidate : definition.items("spec", "versions")) {
      if (candidate.text("name").equals(version)
          && candidate.size("additionalPrinterColumns") > 0) {
        return candidate.items("additionalPrinterColumns");
      }
    }
    // Definitions of v1beta1 may name them once for all versions.
    return definition.items("spec", "additionalPrinterColumns");
  }

  /** A column's path, parsed when the first row needs it. */
  private static final class Source {
    private final String text;
    private JsonPath path;
    private boolean broken;

    Source(String text) {
      this.text = text;
    }

    /** Null where the path yields nothing or fails, as the server has it. */
    JsonNode first(JsonNode object) {
      if (broken) {
        return null;
      }
      try {
        if (path == null) {
          path = JsonPath.parse("{" + text + "}");
        }
        List<List<JsonNode>> results = path.results(object);
        return results.isEmpty() || results.get(0).isEmpty() ? null : results.get(0).get(0);
      } catch (JsonPathException e) {
        broken = path == null;
        return null;
      }
    }
  }

  private String cell(JsonNode value, String type) {
    if (value == null || value.isMissingNode()) {
      return "";
    }
    switch (type) {
      case "integer":
        return value.isNumber() ? Long.toString(value.longValue()) : "";
      case "number":
        return value.isNumber() ? GoValue.print(value) : "";
      case "boolean":
        return value.isBoolean() ? value.asText() : "";
      case "date":
        return value.isTextual() ? age(value.asText()) : "";
      default:
        if (value.isNull()) {
          return "<no value>";
        }
        return value.isContainerNode() ? KubernetesPrinter.compactJson(value) : value.asText();
    }
  }

  private String age(String timestamp) {
    // An empty time and the word null are no time at all; anything else has to be one.
    boolean none = timestamp.isEmpty() || timestamp.equals("null");
    return none || Times.parse(timestamp).isPresent()
        ? Ages.since(timestamp, shapes.now())
        : "<invalid>";
  }
}
