package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mganalyze.oc.value.GoSort;
import mganalyze.oc.value.Quantity;
import mganalyze.oc.value.Struct;
import mganalyze.oc.value.Times;

/** Config maps, secrets, namespaces with their quotas and limits, service accounts. */
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

  private static void head(Struct object, Description out) {
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
      List<String> scopes = new ArrayList<>(quota.texts("spec", "scopes"));
      if (!scopes.isEmpty()) {
        scopes.sort(null);
        out.field(1, "Scopes", String.join(", ", scopes));
      }
      out.row(1, "Resource", "Used", "Hard");
      out.row(1, "--------", "---", "---");
      for (Map.Entry<String, String> hard : quota.map("status", "hard").entrySet()) {
        Quantity used = Quantity.of(quota.text("status", "used", hard.getKey()));
        out.row(1, hard.getKey(), used.toString(), Quantity.of(hard.getValue()).toString());
      }
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
    List<String> scopes = new ArrayList<>(quota.texts("spec", "scopes"));
    if (!scopes.isEmpty()) {
      scopes.sort(null);
      out.field(0, "Scopes", String.join(", ", scopes));
    }
    out.header(0, "Resource", "Used", "Hard");
    for (Map.Entry<String, String> hard : quota.map("status", "hard").entrySet()) {
      Quantity used = Quantity.of(quota.text("status", "used", hard.getKey()));
      out.row(0, hard.getKey(), used.toString(), Quantity.of(hard.getValue()).toString());
    }
  }

  void limitRange(Struct range, Description out) {
    out.field(0, "Name", range.name());
    out.field(0, "Namespace", range.namespace());
    LimitRanges.table(out, "", List.of(range));
  }

  void serviceAccount(Struct account, Description out) {
    head(account, out);
    names(out, "Image pull secrets:", account.items("imagePullSecrets"));
    names(out, "Mountable secrets: ", account.items("secrets"));
    List<Struct> tokens = new ArrayList<>();
    for (Struct secret : surroundings.all("secrets", account.namespace())) {
      if (secret.text("type").equals("kubernetes.io/service-account-token")
          && secret
              .text("metadata", "annotations", "kubernetes.io/service-account.name")
              .equals(account.name())) {
        tokens.add(secret.at("metadata"));
      }
    }
    names(out, "Tokens:            ", tokens);
    surroundings.events(account, out);
  }

  private static void names(Description out, String title, List<Struct> names) {
    if (names.isEmpty()) {
      out.row(0, title, "<none>");
    }
    String prefix = title;
    for (Struct name : names) {
      out.row(0, prefix, name.text("name"));
      prefix = " ".repeat(title.length());
    }
  }
}
