package mganalyze.monitoring;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Copies labels in the order of their names: a check may print them, and must print them alike. */
final class Labels {
  private Labels() {}

  static Map<String, String> sorted(Map<String, String> labels) {
    return Collections.unmodifiableMap(new TreeMap<>(labels));
  }
}
