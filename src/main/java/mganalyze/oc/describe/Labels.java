package mganalyze.oc.describe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mganalyze.oc.value.Struct;

/** Selectors of the old form, a plain map of labels. */
final class Labels {
  private Labels() {}

  /** The plain map {@code spec.selector} as a selector object. */
  static Struct selector(Struct object) {
    ObjectNode selector = JsonNodeFactory.instance.objectNode();
    selector.set("matchLabels", object.at("spec", "selector").node());
    return new Struct(selector);
  }
}
