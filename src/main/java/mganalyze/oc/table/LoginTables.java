package mganalyze.oc.table;

import java.time.Duration;
import mganalyze.oc.value.Credentials;
import mganalyze.oc.value.Struct;

/** Users, groups, and who may ask them to log in: the types of the OAuth API server. */
final class LoginTables {
  private LoginTables() {}

  /** Null for a type without a table. */
  static Shape shape(String plural) {
    return switch (plural) {
      case "users" ->
          new Shape()
              .name()
              .text("UID", "metadata", "uid")
              .text("Full Name", "fullName")
              .column("Identities", user -> String.join(", ", user.texts("identities")));
      case "groups" ->
          new Shape().name().column("Users", group -> String.join(", ", group.texts("users")));
      case "identities" ->
          new Shape()
              .name()
              .text("IDP Name", "providerName")
              .text("IDP User Name", "providerUserName")
              .text("User Name", "user", "name")
              .text("User UID", "user", "uid");
      case "oauthclients" ->
          new Shape()
              .name()
              .column("Secret", LoginTables::secret)
              .column(
                  "WWW-Challenge", client -> Boolean.toString(client.flag("respondWithChallenges")))
              .column("Token-Max-Age", LoginTables::longest)
              .column("Redirect URIs", client -> String.join(",", client.texts("redirectURIs")));
      default -> null;
    };
  }

  // The server prints it as it is.
  private static String secret(Struct client) {
    return client.text("secret").isEmpty() ? "" : Credentials.MASK;
  }

  private static String longest(Struct client) {
    if (!client.has("accessTokenMaxAgeSeconds")) {
      return "default";
    }
    Duration longest = Duration.ofSeconds(client.number("accessTokenMaxAgeSeconds"));
    return longest.isZero() ? "unexpiring" : Spans.print(longest);
  }
}
