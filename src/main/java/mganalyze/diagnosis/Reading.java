package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import mganalyze.finding.Missing;

/**
 * What was read for an input of a check.
 *
 * @param value an array, or a null node where nothing was gathered
 * @param missing what of it was not gathered; empty if it is whole
 */
record Reading(JsonNode value, List<Missing> missing) {
  Reading {
    missing = List.copyOf(missing);
  }

  static Reading whole(ArrayNode value) {
    return new Reading(value, List.of());
  }

  static Reading nothing(Missing missing) {
    return new Reading(NullNode.getInstance(), List.of(missing));
  }
}
