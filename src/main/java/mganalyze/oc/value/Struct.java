package mganalyze.oc.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object read as Go reads JSON into a struct: what is absent, null or of another kind is the
 * zero value, so nothing here fails on a damaged object.
 */
public record Struct(JsonNode node) {
  /** Nothing at all. */
  public static final Struct EMPTY = new Struct(MissingNode.getInstance());

  /** The value at a path of field names; an empty one where there is none. */
  public Struct at(String... path) {
    JsonNode at = find(path);
    return at.isObject() || at.isArray() ? new Struct(at) : EMPTY;
  }

  /** A string, or a number or boolean as text; empty where there is none. */
  public String text(String... path) {
    return scalar(find(path));
  }

  /** As {@link #text}, with a word for what is absent or empty. */
  public String textOr(String none, String... path) {
    String text = text(path);
    return text.isEmpty() ? none : text;
  }

  /** An integer; 0 where there is none. */
  public long number(String... path) {
    JsonNode at = find(path);
    if (at.isNumber()) {
      return at.longValue();
    }
    return 0;
  }

  /** True only for a JSON {@code true}. */
  public boolean flag(String... path) {
    JsonNode at = find(path);
    return at.isBoolean() && at.booleanValue();
  }

  /** Whether there is a value that is not null. */
  public boolean has(String... path) {
    JsonNode at = find(path);
    return !at.isMissingNode() && !at.isNull();
  }

  /** The elements of a list; none where there is no list. */
  public List<Struct> items(String... path) {
    JsonNode at = find(path);
    if (!at.isArray()) {
      return List.of();
    }
    List<Struct> items = new ArrayList<>(at.size());
    for (JsonNode item : at) {
      items.add(new Struct(item));
    }
    return items;
  }

  /** The elements of a list of scalars, as text. */
  public List<String> texts(String... path) {
    JsonNode at = find(path);
    if (!at.isArray()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(at.size());
    for (JsonNode item : at) {
      texts.add(scalar(item));
    }
    return texts;
  }

  /** A map of scalars, sorted by the bytes of its keys; empty where there is no map. */
  public SortedMap<String, String> map(String... path) {
    JsonNode at = find(path);
    if (!at.isObject()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, String> map = new TreeMap<>();
    Iterator<Map.Entry<String, JsonNode>> fields = at.properties().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      map.put(field.getKey(), scalar(field.getValue()));
    }
    return map;
  }

  /** How many fields or elements there are. */
  public int size(String... path) {
    return find(path).size();
  }

  public String name() {
    return text("metadata", "name");
  }

  public String namespace() {
    return text("metadata", "namespace");
  }

  private JsonNode find(String... path) {
    JsonNode at = node;
    for (String step : path) {
      at = at.path(step);
    }
    return at;
  }

  private static String scalar(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }
}
