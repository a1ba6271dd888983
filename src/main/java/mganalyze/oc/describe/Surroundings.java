package mganalyze.oc.describe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.LabelSelector;
import mganalyze.gather.SelectorException;
import mganalyze.oc.table.Cells;
import mganalyze.oc.value.Ages;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** What all describers ask: the time, and what lies around an object. */
record Surroundings(Neighbours neighbours, Instant now) {
  private static final String MIRROR = "kubernetes.io/config.mirror";

  String age(String timestamp) {
    return Ages.since(timestamp, now);
  }

  List<Struct> all(String type, String namespace) {
    return neighbours.find(type, namespace, LabelSelector.EVERYTHING, FieldSelector.EVERYTHING);
  }

  /** Objects that a selector object selects. */
  List<Struct> selected(String type, String namespace, Struct selector) {
    try {
      LabelSelector labels = LabelSelector.parse(Cells.selector(selector));
      return neighbours.find(type, namespace, labels, FieldSelector.EVERYTHING);
    } catch (SelectorException e) {
      return List.of();
    }
  }

  List<Struct> where(String type, String namespace, String fields) {
    try {
      return neighbours.find(
          type, namespace, LabelSelector.EVERYTHING, FieldSelector.parse(fields));
    } catch (SelectorException e) {
      return List.of();
    }
  }

  /** {@code 1 Running / 0 Waiting / …}: the pods that a controller owns. */
  String podPhases(Struct controller, Struct selector) {
    int[] counts = new int[4];
    for (Struct pod : selected("pods", controller.namespace(), selector)) {
      if (isControlledBy(pod, controller)) {
        int phase =
            List.of("Running", "Pending", "Succeeded", "Failed")
                .indexOf(pod.text("status", "phase"));
        if (phase >= 0) {
          counts[phase]++;
        }
      }
    }
    return counts[0]
        + " Running / "
        + counts[1]
        + " Waiting / "
        + counts[2]
        + " Succeeded / "
        + counts[3]
        + " Failed";
  }

  static boolean isControlledBy(Struct object, Struct controller) {
    return object.items("metadata", "ownerReferences").stream()
        .filter(owner -> owner.flag("controller"))
        .anyMatch(owner -> owner.text("uid").equals(controller.text("metadata", "uid")));
  }

  /** The events of an object, as a section at the end of its description. */
  void events(Struct object, Description out) {
    String mirror = object.text("metadata", "annotations", MIRROR);
    boolean pod = object.text("kind").equals("Pod");
    String uid = pod && !mirror.isEmpty() ? mirror : object.text("metadata", "uid");
    events(object, out, pod ? "" : object.text("kind"), Stream.of(uid));
  }

  /**
   * Events of an object that are filed under any of several ids.
   *
   * @param kind empty for any
   */
  void events(Struct object, Description out, String kind, Stream<String> uids) {
    if (!neighbours.showsEvents()) {
      return;
    }
    // Asked once for all ids: a cluster may have ten thousand events.
    List<Struct> named = events(object, kind);
    List<Struct> events = new ArrayList<>();
    uids.forEach(uid -> addFiledUnder(uid, named, events));
    if (events.isEmpty()) {
      // Events of what has no namespace are filed in this one.
      String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
      boolean lacking = neighbours.lacks("events", namespace);
      out.field(0, "Events", lacking ? "<not in the archive>" : "<none>");
      return;
    }
    out.flush();
    out.title(0, "Events");
    out.row(1, "Type", "Reason", "Age", "From", "Message");
    out.row(1, "----", "------", "----", "----", "-------");
    for (Struct event : GoSort.sorted(events, Surroundings::isEarlier)) {
      out.row(
          1,
          event.text("type"),
          event.text("reason"),
          interval(event),
          event.textOr(event.text("reportingComponent"), "source", "component"),
          event.text("message").strip());
    }
  }

  private static void addFiledUnder(String uid, List<Struct> events, List<Struct> filed) {
    for (Struct event : events) {
      if (uid.isEmpty() || uid.equals(event.text("involvedObject", "uid"))) {
        filed.add(event);
      }
    }
  }

  private List<Struct> events(Struct object, String kind) {
    String fields =
        "involvedObject.name="
            + object.name()
            + ",involvedObject.namespace="
            + object.namespace()
            + (kind.isEmpty() ? "" : ",involvedObject.kind=" + kind);
    return where("events", object.namespace(), fields);
  }

  // Whole seconds of UTC compare as text.
  private static boolean isEarlier(Struct left, Struct right) {
    return left.text("lastTimestamp").compareTo(right.text("lastTimestamp")) < 0;
  }

  private String interval(Struct event) {
    String time = event.text("eventTime");
    String first = age(Times.parse(time).isEmpty() ? event.text("firstTimestamp") : time);
    if (event.has("series")) {
      return age(event.text("series", "lastObservedTime"))
          + " (x"
          + event.number("series", "count")
          + " over "
          + first
          + ")";
    }
    long count = event.number("count");
    return count > 1
        ? age(event.text("lastTimestamp")) + " (x" + count + " over " + first + ")"
        : first;
  }
}
