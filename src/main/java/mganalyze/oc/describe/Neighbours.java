package mganalyze.oc.describe;

import java.util.List;
import mganalyze.gather.FieldSelector;
import mganalyze.gather.LabelSelector;
import mganalyze.oc.value.Struct;

/** Where a description finds the other objects that it shows. */
public interface Neighbours {
  /**
   * Objects in key order.
   *
   * @param type qualified plural, such as {@code replicasets.apps}
   * @param namespace empty for all of them
   */
  List<Struct> find(String type, String namespace, LabelSelector labels, FieldSelector fields);

  /** Whether descriptions end with events. */
  boolean showsEvents();

  /** Whether the archive lacks objects of a type, so that none found does not mean none. */
  boolean lacks(String type, String namespace);
}
