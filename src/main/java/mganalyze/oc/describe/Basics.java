package mganalyze.oc.describe;

import java.util.Base64;
import java.util.List;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Config maps, secrets, namespaces with their quotas and limits. */
final class Basics {
  private final Surroundings surroundings;

  Basics(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void configMap(Struct map, Description out) {
    head(map, out);
    out.append("\nData\n====\n");
    map.map("data").forEach((key, value) -> out.append(key + ":\n----\n" + value + "\n\n"));
    out.append("\nBinaryData\n====\n");
    map.map("binaryData")
        .forEach((key, value) -> out.append(key + ": " + decodedLength(value) + " bytes\n"));
    out.append("\n");
    surroundings.events(map, out);
  }

  void secret(Struct secret, Description out) {
    head(secret, out);
    out.append("\n");
    out.field(0, "Type", secret.text("type"));
    out.append("\nData\n====\n");
    // A token would be printed whole by kubectl; here it is a size like any other.
    secret.map("data").forEach((key, value) -> out.field(0, key, decodedLength(value) + " bytes"));
  }

  private static int decodedLength(String value) {
    try {
      return Base64.getMimeDecoder().decode(value).length;
    } catch (IllegalArgumentException e) {
      return value.length();
    }
  }

  static void head(Struct object, Description out) {
    out.field(0, "Name", object.name());
    out.field(0, "Namespace", object.namespace());
    out.pairs("Labels", object.map("metadata", "labels"));
    out.annotations("Annotations", object.map("metadata", "annotations"));
  }

  void namespace(Struct namespace, Description out) {
    out.field(0, "Name", namespace.name());
    out.pairs("Labels", namespace.map("metadata", "labels"));
    out.annotations("Annotations", namespace.map("metadata", "annotations"));
    out.field(0, "Status", namespace.text("status", "phase"));
    List<Struct> conditions = namespace.items("status", "conditions");
    if (!conditions.isEmpty()) {
      out.title(0, "Conditions");
      out.header(1, "Type", "Status", "LastTransitionTime", "Reason", "Message");
      for (Struct condition : conditions) {
        out.row(
            1,
            condition.text("type"),
            condition.text("status"),
            Times.rfc1123(condition.text("lastTransitionTime")),
            condition.text("reason"),
            condition.text("message"));
      }
    }
    out.append("\n");
    quotas(namespace, out);
    out.append("\n");
    limits(namespace, out);
  }

  private void quotas(Struct namespace, Description out) {
    List<Struct> quotas = surroundings.all("resourcequotas", namespace.name());
    if (quotas.isEmpty()) {
      boolean lacking = surroundings.neighbours().lacks("resourcequotas", namespace.name());
      out.line(0, lacking ? "Resource quotas are not in the archive." : "No resource quota.");
      return;
    }
    out.line(0, "Resource Quotas");
    for (Struct quota :
        GoSort.sorted(quotas, (left, right) -> left.name().compareTo(right.name()) < 0)) {
      out.field(1, "Name", quota.name());
      QuotaSection.print(quota, out, 1);
    }
  }

  private void limits(Struct namespace, Description out) {
    List<Struct> ranges = surroundings.all("limitranges", namespace.name());
    if (ranges.isEmpty()) {
      boolean lacking = surroundings.neighbours().lacks("limitranges", namespace.name());
      out.line(0, lacking ? "Limit ranges are not in the archive." : "No LimitRange resource.");
      return;
    }
    out.line(0, "Resource Limits");
    LimitRanges.table(out, " ", ranges);
  }

  void quota(Struct quota, Description out) {
    out.field(0, "Name", quota.name());
    out.field(0, "Namespace", quota.namespace());
    QuotaSection.print(quota, out, 0);
  }

  void limitRange(Struct range, Description out) {
    out.field(0, "Name", range.name());
    out.field(0, "Namespace", range.namespace());
    LimitRanges.table(out, "", List.of(range));
  }
}
