package mganalyze.oc.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mganalyze.jsonpath.JsonPath;
import mganalyze.jsonpath.JsonPathException;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Quantity;
import mganalyze.yaml.ByteOrder;

/** {@code --sort-by}. */
final class Sorting {
  private final JsonPath path;
  private final String template;

  private Sorting(JsonPath path, String template) {
    this.path = path;
    this.template = template;
  }

  /** Throws {@link JsonPathException} for a path that cannot be read. */
  static Sorting by(String expression) {
    return new Sorting(JsonPath.relaxed(expression), template(expression));
  }

  /** The expression as messages show it: {@code {.a.b}}. */
  static String template(String expression) {
    String inner = expression;
    if (inner.startsWith("{") && inner.endsWith("}")) {
      inner = inner.substring(1, inner.length() - 1);
    }
    return "{." + (inner.startsWith(".") ? inner.substring(1) : inner) + "}";
  }

  static CommandException notFound(String template) {
    return CommandException.error(
        "couldn't find any field with path \"" + template + "\" in the list of objects");
  }

  /** What is sorted, with its value (null for none) and what a text is as a quantity. */
  private record Row<T>(T item, JsonNode value, Optional<Quantity> quantity) {
    static <T> Row<T> of(T item, JsonNode value) {
      boolean isText = value != null && value.isTextual();
      return new Row<>(item, value, isText ? Quantity.parse(value.asText()) : Optional.empty());
    }
  }

  /** One row of what is sorted. */
  interface Source<T> {
    JsonNode object(T item);
  }

  /**
   * The items by the value that each has at the path, those without one first.
   *
   * @throws CommandException where no item has a value, or values cannot be compared
   */
  <T> List<T> sorted(List<T> items, Source<T> source) throws CommandException {
    List<Row<T>> rows = new ArrayList<>();
    boolean any = false;
    for (T item : items) {
      JsonNode value = value(source.object(item));
      any |= value != null;
      rows.add(Row.of(item, value));
    }
    if (!any) {
      throw notFound(template);
    }
    try {
      return GoSort.sorted(rows, Sorting::isLess).stream().map(Row::item).toList();
    } catch (Unsortable e) {
      throw new CommandException(
          "F0101 00:00:00.000000       1 sorter.go:329] Field "
              + template
              + " in *unstructured.Unstructured is an unsortable type: interface, err: "
              + e.getMessage());
    }
  }

  private JsonNode value(JsonNode object) {
    List<List<JsonNode>> results = path.results(object);
    return results.isEmpty() || results.get(0).isEmpty() ? null : results.get(0).get(0);
  }

  private static <T> boolean isLess(Row<T> one, Row<T> other) {
    JsonNode left = one.value();
    JsonNode right = other.value();
    if (left == null || right == null) {
      return left == null;
    }
    if (left.isNull() || right.isNull()) {
      return left.isNull() && !right.isNull();
    }
    if (left.isTextual() && right.isTextual()) {
      return one.quantity().isPresent() && other.quantity().isPresent()
          ? one.quantity().get().compareTo(other.quantity().get()) < 0
          : ByteOrder.INSTANCE.compare(left.textValue(), right.textValue()) < 0;
    }
    if (left.isIntegralNumber() && right.isIntegralNumber()) {
      return left.longValue() < right.longValue();
    }
    if (left.isFloatingPointNumber() && right.isFloatingPointNumber()) {
      return left.doubleValue() < right.doubleValue();
    }
    throw new Unsortable("unsortable type: " + kind(left));
  }

  private static String kind(JsonNode value) {
    if (value.isObject()) {
      return "map[string]interface {}";
    }
    if (value.isArray()) {
      return "[]interface {}";
    }
    return value.isBoolean() ? "bool" : "interface";
  }

  private static final class Unsortable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsortable(String message) {
      super(message, null, false, false);
    }
  }
}
