package mganalyze.oc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mganalyze.oc.value.Struct;

/** The columns of one resource type's table. */
public final class Shape {
  /**
   * One column.
   *
   * @param name as the server writes it: {@code Nominated Node}
   * @param wide whether it shows in wide output only
   * @param cell an object's text; may hold newlines
   */
  public record Column(String name, boolean wide, Function<Struct, String> cell) {}

  private final List<Column> columns = new ArrayList<>();

  Shape column(String name, Function<Struct, String> cell) {
    columns.add(new Column(name, false, cell));
    return this;
  }

  Shape wide(String name, Function<Struct, String> cell) {
    columns.add(new Column(name, true, cell));
    return this;
  }

  /** A column with the text at a path. */
  Shape text(String name, String... path) {
    return column(name, object -> object.text(path));
  }

  /** A column with the integer at a path, 0 where there is none. */
  Shape number(String name, String... path) {
    return column(name, object -> Long.toString(object.number(path)));
  }

  Shape name() {
    return text("Name", "metadata", "name");
  }

  Shape name(Function<Struct, String> cell) {
    return column("Name", cell);
  }

  Shape transform(UnaryOperator<Shape> step) {
    return step.apply(this);
  }

  /** The columns to show, in order. */
  public List<Column> columns(boolean wide) {
    return columns.stream().filter(column -> wide || !column.wide()).toList();
  }
}
