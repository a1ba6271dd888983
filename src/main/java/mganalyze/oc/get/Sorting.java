package mganalyze.oc.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mganalyze.jsonpath.JsonPath;
import mganalyze.jsonpath.JsonPathException;
import mganalyze.oc.command.CommandException;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Quantity;

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

  private record Row<T>(T item, Optional<JsonNode> value) {}

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
      Optional<JsonNode> value = value(source.object(item));
      any |= value.isPresent();
      rows.add(new Row<>(item, value));
    }
    if (!any) {
      throw notFound(template);
    }
    try {
      return GoSort.sorted(rows, this::isLess).stream().map(Row::item).toList();
    } catch (Unsortable e) {
      throw new CommandException(
          "F0101 00:00:00.000000       1 sorter.go:329] Field "
              + template
              + " in *unstructured.Unstructured is an unsortable type: interface, err: "
              + e.getMessage());
    }
  }

  private Optional<JsonNode> value(JsonNode object) {
    List<List<JsonNode>> results = path.results(object);
    return results.isEmpty() || results.get(0).isEmpty()
        ? Optional.empty()
        : Optional.of(results.get(0).get(0));
  }

  private <T> boolean isLess(Row<T> left, Row<T> right) {
    if (left.value().isEmpty()) {
      return true;
    }
    return right.value().isPresent() && isLess(left.value().get(), right.value().get());
  }

  private static boolean isLess(JsonNode left, JsonNode right) {
    if (left.isNull() || right.isNull()) {
      return left.isNull() && !right.isNull();
    }
    if (left.isTextual() && right.isTextual()) {
      Optional<Quantity> one = Quantity.parse(left.asText());
      Optional<Quantity> other = Quantity.parse(right.asText());
      return one.isPresent() && other.isPresent()
          ? one.get().compareTo(other.get()) < 0
          : compareBytes(left.asText(), right.asText()) < 0;
    }
    if (left.isIntegralNumber() && right.isIntegralNumber()) {
      return left.longValue() < right.longValue();
    }
    if (left.isFloatingPointNumber() && right.isFloatingPointNumber()) {
      return left.doubleValue() < right.doubleValue();
    }
    throw new Unsortable("unsortable type: " + kind(left));
  }

  // Bytes of UTF-8 compare as code points do.
  private static int compareBytes(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return Arrays.compare(a, b);
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
