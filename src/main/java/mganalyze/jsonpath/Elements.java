package mganalyze.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code [2]}, {@code [-1]}, {@code [1:5:2]}, {@code [*]}.
 *
 * @param end behind the last one
 * @param isSingle whether only the first bound was written
 */
record Elements(OptionalLong first, OptionalLong end, boolean isSingle, OptionalLong step)
    implements Node {

  /** Parses what stands between the brackets. */
  static Elements parse(String text) {
    String[] bounds = text.split(":", -1);
    if (bounds.length > 3) {
      throw new JsonPathException("invalid array index " + text);
    }
    for (String bound : bounds) {
      int digits = bound.startsWith("-") ? 1 : 0;
      if (!bound.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9')) {
        throw new JsonPathException("invalid array index " + text);
      }
    }
    OptionalLong first = bound(bounds[0]);
    if (bounds.length == 1) {
      return new Elements(first, OptionalLong.of(first.orElse(0) + 1), true, OptionalLong.empty());
    }
    return new Elements(
        first,
        bound(bounds[1]),
        false,
        bounds.length == 3 ? bound(bounds[2]) : OptionalLong.empty());
  }

  private static OptionalLong bound(String text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new JsonPathException("array index " + text + " is not a number");
    }
  }

  @Override
  public List<JsonNode> eval(List<JsonNode> input, Budget budget) {
    List<JsonNode> result = new ArrayList<>();
    for (JsonNode value : input) {
      if (value.isNull() || value.isMissingNode()) {
        continue;
      }
      if (!value.isArray()) {
        throw new JsonPathException(GoValue.type(value) + " is not array or slice");
      }
      if (!select(value, result)) {
        return result;
      }
    }
    return result;
  }

  /** False for a range of no elements, which ends the step for all other values as well. */
  private boolean select(JsonNode list, List<JsonNode> result) {
    int length = list.size();
    long from = first.orElse(0);
    if (from < 0) {
      from += length;
    }
    long to = end.orElse(length);
    if (to < 0 || to == 0 && isSingle) {
      to += length;
    }
    if (from == to) {
      return false;
    }
    if (from >= length || from < 0) {
      throw outOfBounds(from, length);
    }
    if (to > length || to < 0) {
      throw outOfBounds(to - 1, length);
    }
    if (from > to) {
      throw new JsonPathException("starting index " + from + " is greater than ending index " + to);
    }
    if (step.orElse(1) <= 0) {
      throw new JsonPathException("step must be > 0");
    }
    // A step beyond the end would overflow.
    long stride = Math.min(step.orElse(1), length);
    for (long i = from; i < to; i += stride) {
      result.add(list.get((int) i));
    }
    return true;
  }

  private static JsonPathException outOfBounds(long index, int length) {
    return new JsonPathException(
        "array index out of bounds: index " + index + ", length " + length);
  }
}
