package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a check's program was given; each object carries the number under which it is found. */
final class Sources {
  private static final String KEY = "__source";

  private final List<Sourced> all = new ArrayList<>();

  /** Gives an object the number of where it comes from. */
  void mark(ObjectNode object, Sourced source) {
    object.put(KEY, all.size());
    all.add(source);
  }

  /** Empty for what is no number of an object, which a program may print as well. */
  Optional<Sourced> find(JsonNode number) {
    return number.isInt() && number.asInt() >= 0 && number.asInt() < all.size()
        ? Optional.of(all.get(number.asInt()))
        : Optional.empty();
  }
}
