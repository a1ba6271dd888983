package mganalyze.oc.describe;

import java.util.List;
import java.util.TreeSet;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;

/** Limit ranges, on their own or below a namespace. */
final class LimitRanges {
  private static final String[] FIELDS = {
    "min", "max", "defaultRequest", "default", "maxLimitRequestRatio"
  };
  private static final String[] NAMES = {
    "Type", "Resource", "Min", "Max", "Default Request", "Default Limit", "Max Limit/Request Ratio"
  };

  private LimitRanges() {}

  static void table(Description out, String indent, List<Struct> ranges) {
    out.append(indent + String.join("\t", NAMES) + "\n" + indent);
    for (int i = 0; i < NAMES.length; i++) {
      out.append("-".repeat(NAMES[i].length()) + (i + 1 < NAMES.length ? "\t" : "\n"));
    }
    for (Struct range : ranges) {
      for (Struct limit : range.items("spec", "limits")) {
        rows(out, indent, limit);
      }
    }
  }

  // kubectl prints them in no order at all; here they are sorted.
  private static void rows(Description out, String indent, Struct limit) {
    TreeSet<String> resources = new TreeSet<>();
    for (String field : FIELDS) {
      resources.addAll(limit.map(field).keySet());
    }
    for (String resource : resources) {
      StringBuilder row = new StringBuilder(indent + limit.text("type") + "\t" + resource);
      for (String field : FIELDS) {
        String value = limit.text(field, resource);
        row.append('\t').append(value.isEmpty() ? "-" : Quantity.of(value).toString());
      }
      out.append(row + "\n");
    }
  }
}
