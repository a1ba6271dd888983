package mganalyze.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a JSON document that knows where it stands, such as {@code runbooks[3].verdict}, so
 * that whatever is wrong with it can be said in words that lead there.
 */
final class JsonPlace {

  /** Makes a value of the elements of a list or of an object. */
  interface Reading<T> {
    T read(JsonPlace place) throws NoReportException;
  }

  private final String path;
  private final JsonNode node;

  JsonPlace(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /** The object or list under {@code key}, which must be there. */
  JsonPlace at(String key) throws NoReportException {
    JsonPlace place = new JsonPlace(path.isEmpty() ? key : path + "." + key, node.path(key));
    if (place.node.isMissingNode()) {
      throw place.wrong("missing");
    }
    return place;
  }

  boolean has(String key) {
    return node.has(key);
  }

  String string(String key) throws NoReportException {
    return at(key).string();
  }

  String stringOr(String key, String otherwise) throws NoReportException {
    return has(key) ? string(key) : otherwise;
  }

  Optional<String> optionalString(String key) throws NoReportException {
    return has(key) ? Optional.of(string(key)) : Optional.empty();
  }

  String string() throws NoReportException {
    if (!node.isTextual()) {
      throw wrong("not a text");
    }
    return node.textValue();
  }

  long number(String key) throws NoReportException {
    JsonPlace place = at(key);
    if (!place.node.isIntegralNumber() || !place.node.canConvertToLong()) {
      throw place.wrong("not a whole number");
    }
    return place.node.longValue();
  }

  int integer(String key) throws NoReportException {
    long number = number(key);
    if (number != (int) number) {
      throw at(key).wrong("number out of range");
    }
    return (int) number;
  }

  Optional<Integer> optionalInteger(String key) throws NoReportException {
    return has(key) ? Optional.of(integer(key)) : Optional.empty();
  }

  boolean bool(String key) throws NoReportException {
    JsonPlace place = at(key);
    if (!place.node.isBoolean()) {
      throw place.wrong("neither true nor false");
    }
    return place.node.booleanValue();
  }

  Instant time(String key) throws NoReportException {
    JsonPlace place = at(key);
    try {
      return Instant.parse(place.string());
    } catch (DateTimeException e) {
      throw place.wrong("not an RFC 3339 time: " + quoted(place.string()));
    }
  }

  Optional<Instant> optionalTime(String key) throws NoReportException {
    return has(key) ? Optional.of(time(key)) : Optional.empty();
  }

  <T> Optional<T> optional(String key, Reading<T> reading) throws NoReportException {
    return has(key) ? Optional.of(reading.read(at(key))) : Optional.empty();
  }

  <T> List<T> list(String key, Reading<T> reading) throws NoReportException {
    JsonPlace place = at(key);
    if (!place.node.isArray()) {
      throw place.wrong("not a list");
    }
    List<T> values = new ArrayList<>(place.node.size());
    for (JsonNode element : place.node) {
      values.add(reading.read(new JsonPlace(place.path + "[" + values.size() + "]", element)));
    }
    return values;
  }

  <T> List<T> optionalList(String key, Reading<T> reading) throws NoReportException {
    return has(key) ? list(key, reading) : List.of();
  }

  Map<String, String> texts(String key) throws NoReportException {
    JsonPlace place = at(key);
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : place.node.properties()) {
      texts.put(entry.getKey(), place.string(entry.getKey()));
    }
    return texts;
  }

  NoReportException wrong(String cause) {
    return new NoReportException((path.isEmpty() ? "" : path + ": ") + cause);
  }

  static String quoted(String text) {
    return '"' + VisibleText.line(text, 60) + '"';
  }
}
