package mganalyze.oc.describe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mganalyze.oc.value.Struct;

/** Service accounts, with those of their secrets that are not there. */
final class ServiceAccountDescriber implements Describer {
  private static final String TOKEN = "kubernetes.io/service-account-token";
  private static final String NAME = "kubernetes.io/service-account.name";
  private static final String UID = "kubernetes.io/service-account.uid";

  private final Surroundings surroundings;

  ServiceAccountDescriber(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void describe(Struct account, Description out) {
    Basics.head(account, out);
    List<String> tokens = new ArrayList<>();
    Set<String> existing = new HashSet<>();
    for (Struct secret : surroundings.all("secrets", account.namespace())) {
      existing.add(secret.name());
      if (isToken(secret, account)) {
        tokens.add(secret.name());
      }
    }
    if (surroundings.neighbours().lacks("secrets", account.namespace())) {
      // What was not gathered may well be there.
      existing.addAll(names(account, "imagePullSecrets"));
      existing.addAll(names(account, "secrets"));
    }
    section(out, "Image pull secrets:", names(account, "imagePullSecrets"), existing);
    section(out, "Mountable secrets: ", names(account, "secrets"), existing);
    section(out, "Tokens:            ", tokens, existing);
    surroundings.events(account, out);
  }

  private static boolean isToken(Struct secret, Struct account) {
    return secret.text("type").equals(TOKEN)
        && secret.text("metadata", "annotations", NAME).equals(account.name())
        && secret.text("metadata", "annotations", UID).equals(account.text("metadata", "uid"));
  }

  private static List<String> names(Struct account, String field) {
    return account.items(field).stream().map(secret -> secret.text("name")).toList();
  }

  private static void section(
      Description out, String title, List<String> names, Set<String> existing) {
    if (names.isEmpty()) {
      out.row(0, title, "<none>");
    }
    String prefix = title;
    for (String name : names) {
      out.row(0, prefix, existing.contains(name) ? name : name + " (not found)");
      prefix = " ".repeat(title.length());
    }
  }
}
