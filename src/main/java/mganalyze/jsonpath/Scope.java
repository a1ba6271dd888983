package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a running Go template knows: its variables, the output so far, and how long it may go on.
 */
final class Scope {

  private static final int MOST_OUTPUT = 50_000_000;

  final StringBuilder out = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private final List<JsonNode> values = new ArrayList<>();
  private final Budget budget = new Budget();

  Scope(JsonNode root) {
    declare("$", root);
  }

  void declare(String name, JsonNode value) {
    names.add(name);
    values.add(value);
  }

  void assign(String name, JsonNode value) {
    values.set(index(name), value);
  }

  JsonNode value(String name) {
    return values.get(index(name));
  }

  private int index(String name) {
    int index = names.lastIndexOf(name);
    if (index < 0) {
      throw new GoTemplateException("undefined variable \"" + name + "\"");
    }
    return index;
  }

  int mark() {
    return names.size();
  }

  /** Forgets the variables that were declared since. */
  void reset(int mark) {
    names.subList(mark, names.size()).clear();
    values.subList(mark, values.size()).clear();
  }

  void spend(int count) {
    try {
      budget.spend(count);
    } catch (JsonPathException e) {
      throw new GoTemplateException(e.getMessage());
    }
    if (out.length() > MOST_OUTPUT) {
      throw new GoTemplateException("too much output");
    }
  }

  static boolean isTrue(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.doubleValue() != 0;
      case STRING -> !value.textValue().isEmpty();
      case ARRAY, OBJECT -> !value.isEmpty();
      default -> false;
    };
  }
}
