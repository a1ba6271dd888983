package mganalyze.diagnosis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import mganalyze.finding.Missing;
import mganalyze.gather.Coverage;
import mganalyze.gather.Gather;
import mganalyze.gather.Query;
import mganalyze.gather.Resource;
import mganalyze.runbook.Input;

/** Reads objects of the cluster for checks. */
final class ObjectInputs {
  private final Gather gather;

  ObjectInputs(Gather gather) {
    this.gather = gather;
  }

  Reading read(Input.Objects input, Sources sources) {
    Optional<Query> query = input.query(gather);
    if (query.isEmpty()) {
      return Reading.nothing(unnamed(input));
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Resource resource : gather.resources(query.get())) {
      // A shallow copy: the tree below is shared with all who ask.
      ObjectNode object = array.addObject();
      object.setAll(resource.json());
      sources.mark(object, new ObjectSource(resource));
    }
    Coverage coverage = gather.coverage(query.get());
    if (coverage instanceof Coverage.NotGathered none) {
      return Reading.nothing(none.missing());
    }
    return coverage instanceof Coverage.Partly partly
        ? new Reading(array, List.of(withReason(partly)))
        : Reading.whole(array);
  }

  private static Missing withReason(Coverage.Partly partly) {
    Missing missing = partly.missing();
    return new Missing(missing.what() + " (" + partly.why() + ")", missing.collectWith());
  }

  /** What is missing where the gather does not even tell of which type or namespace it would be. */
  Missing unnamed(Input.Objects input) {
    boolean noNamespace =
        input.namespace().filter(n -> n.startsWith("$")).isPresent()
            && gather.cluster().installNamespace().isEmpty();
    String what =
        noNamespace ? input.type() + " of the namespace of OpenShift Virtualization" : input.type();
    return new Missing(what, gather.virtualizationCommand());
  }
}
