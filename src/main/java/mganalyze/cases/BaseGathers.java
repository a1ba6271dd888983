package mganalyze.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mganalyze.finding.Nullable;
import mganalyze.runbook.Mistake;
import mganalyze.yaml.YamlException;
import mganalyze.yaml.YamlReader;

/**
 * The gathers that cases start from, each read once. A folder is the gather itself; a file {@code
 * gather.yaml} in it makes changes to its other files, or to another base that it names.
 */
final class BaseGathers {
  private static final String OVERLAY = "gather.yaml";

  /** When the gather was made that a case without a base has. */
  private static final Instant EMPTY_TIME = Instant.parse("2024-10-24T13:05:00Z");

  private final Places places;
  private final Map<Path, BaseGather> known = new HashMap<>();
  private @Nullable BaseGather empty;

  BaseGathers(Places places) {
    this.places = places;
  }

  /** A gather's files, not to be changed, and when it was made. */
  record BaseGather(FileTree tree, Instant gatheredAt) {}

  /** Both images ran, and gathered nothing. */
  synchronized BaseGather empty() {
    if (empty == null) {
      FileTree tree = new FileTree();
      image(
          tree,
          "quay-io-openshift-release-dev-ocp-v4-0-art-dev-sha256-0",
          "openshift/must-gather\n4.16.0\n");
      image(
          tree,
          "registry-redhat-io-container-native-virtualization-cnv-must-gather-rhel9-sha256-0",
          "kubevirt/must-gather\nv4.16.1\n");
      empty = new BaseGather(tree, EMPTY_TIME);
    }
    return empty;
  }

  private static void image(FileTree tree, String folder, String version) {
    String root = "must-gather.local.1/" + folder + "/";
    tree.put(root + "version", version);
    tree.put(root + "timestamp", "2024-10-24 13:05:00.000000000 +0000 UTC m=+0.1\n");
  }

  /**
   * Finds a base by its name in a folder {@code gathers} beside or above the folder of the file
   * that names it, or as a path relative to that folder.
   */
  BaseGather find(String name, Path folder) throws CaseException {
    Path direct = folder.resolve(name);
    if (Files.isDirectory(direct)) {
      return read(direct);
    }
    for (Path above = folder.toAbsolutePath(); above != null; above = above.getParent()) {
      Path candidate = above.resolve("gathers").resolve(name);
      if (Files.isDirectory(candidate)) {
        return read(candidate);
      }
    }
    throw new CaseException(folder.toString(), "base", "there is no gather '" + name + "'");
  }

  synchronized BaseGather read(Path folder) throws CaseException {
    Path key = folder.toAbsolutePath().normalize();
    BaseGather found = known.get(key);
    if (found == null) {
      found = load(key);
      known.put(key, found);
    }
    return found;
  }

  private BaseGather load(Path folder) throws CaseException {
    try {
      Path overlay = folder.resolve(OVERLAY);
      JsonNode changes = Files.exists(overlay) ? parse(overlay) : MissingNode.getInstance();
      FileTree tree =
          changes.has("base")
              ? find(changes.path("base").asText(), folder.resolveSibling("")).tree().copy()
              : new FileTree();
      addFiles(folder, tree);
      Instant time = time(tree);
      apply(overlay, changes, tree, time);
      return new BaseGather(tree, time(tree));
    } catch (IOException e) {
      throw new CaseException(folder.toString(), "gather", String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode parse(Path overlay) throws IOException, CaseException {
    byte[] yaml = Times.mark(Files.readString(overlay)).getBytes(StandardCharsets.UTF_8);
    try {
      return YamlReader.read(yaml, 0, yaml.length, Set.of());
    } catch (YamlException e) {
      throw new CaseException(overlay.toString(), "line " + e.line(), e.reason());
    }
  }

  private static void addFiles(Path folder, FileTree tree) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.equals(OVERLAY)) {
          tree.put(path, Files.readAllBytes(file));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Instant time(FileTree tree) throws IOException {
    if (tree.paths().isEmpty()) {
      return EMPTY_TIME;
    }
    try (OpenedGather opened = OpenedGather.of(tree)) {
      return opened.gather().time();
    }
  }

  private void apply(Path overlay, JsonNode changes, FileTree tree, Instant time)
      throws CaseException {
    List<Mistake> mistakes = new ArrayList<>();
    Set<String> keys = new TreeSet<>(EditParser.KEYS);
    keys.add("base");
    changes
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                mistakes.add(new Mistake(overlay.toString(), key, "unknown key"));
              }
            });
    List<Edit> edits =
        new EditParser(
                places,
                time,
                (where, reason) -> mistakes.add(new Mistake(overlay.toString(), where, reason)))
            .parse(changes);
    for (Edit edit : edits) {
      try {
        edit.apply(tree, places);
      } catch (EditException e) {
        mistakes.add(new Mistake(overlay.toString(), "gather", e.getMessage()));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new CaseException(mistakes);
    }
  }
}
