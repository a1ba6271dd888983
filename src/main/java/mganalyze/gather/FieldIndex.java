package mganalyze.gather;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Long lists by the value of a field. Describing each node asks all events of the cluster for those
 * of one object, and each time most of the work is to fetch what does not match.
 */
final class FieldIndex {
  private static final int LONG = 500;

  private final Set<Key> asked = ConcurrentHashMap.newKeySet();
  private final Map<Key, Map<String, List<Resource>>> indexes = new ConcurrentHashMap<>();

  private record Key(String list, String field) {}

  /**
   * Those of a list, in its order, that a selector may select: all of them, until the list is asked
   * for the same field a second time.
   *
   * @param name of the list, which never changes
   */
  List<Resource> narrow(String name, List<Resource> list, FieldSelector fields) {
    Optional<FieldSelector.Term> term = fields.firstEquality();
    if (list.size() < LONG || term.isEmpty()) {
      return list;
    }
    Key key = new Key(name, term.get().field());
    Map<String, List<Resource>> index = indexes.get(key);
    if (index == null) {
      // Reading all of a list that is not at hand takes longer than searching its bytes.
      if (asked.add(key) || !areAtHand(list)) {
        return list;
      }
      index = byValue(list, term.get());
      indexes.put(key, index);
    }
    return index.getOrDefault(term.get().value(), List.of());
  }

  private static boolean areAtHand(List<Resource> list) {
    for (Resource resource : list) {
      if (!resource.isAtHand()) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<Resource>> byValue(List<Resource> list, FieldSelector.Term term) {
    Map<String, List<Resource>> byValue = new HashMap<>();
    for (Resource resource : list) {
      Optional<ObjectNode> object = resource.parsed();
      if (object.isPresent()) {
        byValue.computeIfAbsent(term.valueOf(object.get()), v -> new ArrayList<>()).add(resource);
      }
    }
    return byValue;
  }
}
