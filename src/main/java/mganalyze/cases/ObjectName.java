package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import mganalyze.gather.Place;

/**
 * An object as cases name it: {@code Deployment/openshift-cnv/virt-api}, {@code Node/worker-0},
 * {@code Network.config.openshift.io/cluster}; a star in the name stands for any text.
 */
record ObjectName(
    String text,
    String kind,
    Optional<String> group,
    Optional<String> namespace,
    Predicate<String> name) {

  /** Empty for what is no such name. */
  static Optional<ObjectName> parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length < 2
        || parts.length > 3
        || parts[0].isEmpty()
        || !Character.isUpperCase(parts[0].charAt(0))) {
      return Optional.empty();
    }
    int dot = parts[0].indexOf('.');
    return Optional.of(
        new ObjectName(
            text,
            dot < 0 ? parts[0] : parts[0].substring(0, dot),
            dot < 0 ? Optional.empty() : Optional.of(parts[0].substring(dot + 1)),
            parts.length == 3 ? Optional.of(parts[1]) : Optional.empty(),
            PathGlob.of(parts[parts.length - 1])));
  }

  boolean matches(JsonNode object, Place.Objects place) {
    String apiVersion = object.path("apiVersion").asText();
    int slash = apiVersion.indexOf('/');
    String objectGroup = slash < 0 ? "" : apiVersion.substring(0, slash);
    String objectNamespace = object.at("/metadata/namespace").asText(place.namespace());
    return object.path("kind").asText().equals(kind)
        && group.map(objectGroup::equals).orElse(true)
        && name.test(object.at("/metadata/name").asText())
        && (objectNamespace.isEmpty()
            ? namespace.isEmpty()
            : PathGlob.of(namespace.orElse("")).test(objectNamespace));
  }
}
