package mganalyze.oc.describe;

import mganalyze.oc.value.Struct;

/** Describes objects of one type. */
interface Describer {
  void describe(Struct object, Description out);
}
