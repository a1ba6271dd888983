package mganalyze.cases;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of a gather by their path in the archive, to be changed. Contents are never changed.
 */
final class FileTree {
  private static final String OPENSHIFT = "openshift/must-gather";
  private static final String VIRTUALIZATION = "kubevirt/must-gather";

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  FileTree() {}

  private FileTree(Map<String, byte[]> files) {
    this.files.putAll(files);
  }

  FileTree copy() {
    return new FileTree(files);
  }

  void put(String path, byte[] content) {
    files.put(path, content);
  }

  void put(String path, String text) {
    put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  boolean hasFolder(String folder) {
    String next = files.ceilingKey(folder);
    return next != null && next.startsWith(folder);
  }

  /** Throws {@link NoSuchElementException} for a path that is not there. */
  byte[] content(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new NoSuchElementException(path);
    }
    return content;
  }

  /** In the order of their names. */
  Collection<String> paths() {
    return List.copyOf(files.keySet());
  }

  /** Removes what is chosen; tells how many files that were. */
  int removeIf(Predicate<String> chosen) {
    int before = files.size();
    files.keySet().removeIf(chosen);
    return before - files.size();
  }

  /** The folder of the OpenShift image, with its final slash. */
  Optional<String> openShift() {
    return image(OPENSHIFT);
  }

  /** The folder of the virtualization image, with its final slash. */
  Optional<String> virtualization() {
    return image(VIRTUALIZATION);
  }

  /** The folders of both images, as far as they are there; OpenShift's first. */
  List<String> images() {
    return Stream.of(openShift(), virtualization()).flatMap(Optional::stream).toList();
  }

  private Optional<String> image(String product) {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String path = file.getKey();
      if (path.endsWith("/version")
          && new String(file.getValue(), StandardCharsets.UTF_8).startsWith(product)) {
        return Optional.of(path.substring(0, path.length() - "version".length()));
      }
    }
    return Optional.empty();
  }

  /**
   * A path as cases write it, where {@code ocp/} and {@code cnv/} stand for the folders of the two
   * images; empty if that image is not there.
   */
  Optional<String> expand(String path) {
    if (path.startsWith("ocp/")) {
      return openShift().map(root -> root + path.substring(4));
    }
    if (path.startsWith("cnv/")) {
      return virtualization().map(root -> root + path.substring(4));
    }
    return Optional.of(path);
  }
}
