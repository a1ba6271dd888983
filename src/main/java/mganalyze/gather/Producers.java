package mganalyze.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who gathered what: the {@code version} files, and for folders without one the shape of what lies
 * in them.
 */
final class Producers {
  static final String OPENSHIFT = "openshift/must-gather";
  static final String VIRTUALIZATION = "kubevirt/must-gather";

  private final TreeMap<String, Producer> byRoot = new TreeMap<>();

  /**
   * One producer's tree.
   *
   * @param root its folder with the final slash, or empty
   * @param product first line of its version file, or what its shape tells
   * @param version second line of the version file
   */
  record Producer(
      String root, Optional<String> product, Optional<String> version, boolean declared) {
    boolean isOpenShift() {
      return product.isPresent() && product.get().equals(OPENSHIFT);
    }

    boolean isVirtualization() {
      return product.isPresent() && product.get().equals(VIRTUALIZATION);
    }
  }

  private Producers() {}

  /**
   * Takes the text of the version files by their root, the roots of all files, and for each root
   * whether something in it is written only by the one or the other image.
   */
  static Producers of(
      Map<String, String> versions, Iterable<String> roots, Map<String, String> shapes) {
    Producers producers = new Producers();
    for (Map.Entry<String, String> version : versions.entrySet()) {
      String root = version.getKey();
      String[] lines = version.getValue().strip().split("\n");
      String product = lines[0].strip();
      producers.byRoot.put(
          root,
          new Producer(
              root,
              product.isEmpty() ? Optional.empty() : Optional.of(product),
              lines.length > 1 ? Optional.of(lines[1].strip()) : Optional.empty(),
              true));
    }
    TreeSet<String> sorted = new TreeSet<>();
    for (String root : roots) {
      sorted.add(root);
    }
    for (String root : sorted) {
      if (producers.find(root).isEmpty()) {
        producers.byRoot.put(
            root,
            new Producer(root, Optional.ofNullable(shapes.get(root)), Optional.empty(), false));
      }
    }
    return producers;
  }

  /** The producer of a root: its own, or that of the folder around it. */
  Producer of(String root) {
    Optional<Producer> found = find(root);
    return found.isPresent()
        ? found.get()
        : new Producer(root, Optional.empty(), Optional.empty(), false);
  }

  private Optional<Producer> find(String root) {
    String folder = root;
    while (true) {
      Producer producer = byRoot.get(folder);
      if (producer != null) {
        return Optional.of(producer);
      }
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      int slash = folder.lastIndexOf('/', folder.length() - 2);
      folder = slash < 0 ? "" : folder.substring(0, slash + 1);
    }
  }

  /** All of them, by root. */
  List<Producer> all() {
    return new ArrayList<>(byRoot.values());
  }

  /** Roots of the producers of one product. */
  List<Producer> of(Optional<String> product) {
    List<Producer> found = new ArrayList<>();
    for (Producer producer : byRoot.values()) {
      if (producer.product().equals(product)) {
        found.add(producer);
      }
    }
    return found;
  }

  /** Whether a folder is a producer's own. */
  boolean isProducer(String root) {
    return byRoot.containsKey(root);
  }
}
