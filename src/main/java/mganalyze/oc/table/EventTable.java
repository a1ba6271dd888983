package mganalyze.oc.table;

import java.util.Locale;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Events. */
final class EventTable {
  private EventTable() {}

  static Shape shape(Shapes shapes) {
    return new Shape()
        .column("Last Seen", event -> lastSeen(shapes, event))
        .text("Type", "type")
        .text("Reason", "reason")
        .column(
            "Object",
            event -> {
              String kind = object(event, "kind").toLowerCase(Locale.ROOT);
              String name = object(event, "name");
              return name.isEmpty() ? kind : kind + "/" + name;
            })
        .wide("Subobject", event -> object(event, "fieldPath"))
        .wide("Source", EventTable::source)
        .column("Message", event -> event.textOr(event.text("note"), "message").strip())
        .wide("First Seen", event -> firstSeen(shapes, event))
        .wide("Count", EventTable::count)
        .wide("Name", Struct::name);
  }

  // events.k8s.io/v1 has the same objects under other field names.
  private static String object(Struct event, String field) {
    String involved = event.text("involvedObject", field);
    return involved.isEmpty() ? event.text("regarding", field) : involved;
  }

  private static String lastSeen(Shapes shapes, Struct event) {
    if (event.has("series")) {
      return shapes.age(event, "series", "lastObservedTime");
    }
    for (String field : new String[] {"lastTimestamp", "deprecatedLastTimestamp"}) {
      if (Times.parse(event.text(field)).isPresent()) {
        return shapes.age(event, field);
      }
    }
    return firstSeen(shapes, event);
  }

  private static String firstSeen(Shapes shapes, Struct event) {
    for (String field : new String[] {"firstTimestamp", "deprecatedFirstTimestamp"}) {
      if (Times.parse(event.text(field)).isPresent()) {
        return shapes.age(event, field);
      }
    }
    return shapes.age(event, "eventTime");
  }

  private static String count(Struct event) {
    if (event.has("series")) {
      return Long.toString(event.number("series", "count"));
    }
    long count = Math.max(event.number("count"), event.number("deprecatedCount"));
    return Long.toString(count == 0 ? 1 : count);
  }

  private static String source(Struct event) {
    String component =
        event.textOr(event.text("deprecatedSource", "component"), "source", "component");
    if (component.isEmpty()) {
      component = event.textOr(event.text("reportingController"), "reportingComponent");
    }
    String host = event.textOr(event.text("deprecatedSource", "host"), "source", "host");
    if (host.isEmpty()) {
      host = event.text("reportingInstance");
    }
    return host.isEmpty() ? component : component + ", " + host;
  }
}
