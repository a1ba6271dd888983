package mganalyze.gather;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import mganalyze.finding.Problem;

/** What was kept of the producers' trees while the archive streamed by. */
final class Trees {
  private final Consumer<Problem> problems;
  private final ResourceIndex index;
  private final Logs logs = new Logs();
  private final TreeMap<String, PlainFile> plain = new TreeMap<>();
  private final List<Discovery> discoveries = new ArrayList<>();
  private final Set<String> roots = new TreeSet<>();
  private final Map<String, String> shapes = new HashMap<>();
  private final Map<String, String> customResourceFolders = new HashMap<>();

  Trees(Consumer<Problem> problems) {
    this.problems = problems;
    this.index = new ResourceIndex(problems);
  }

  ResourceIndex index() {
    return index;
  }

  Logs logs() {
    return logs;
  }

  List<Discovery> discoveries() {
    return discoveries;
  }

  PlainFiles plainFiles() {
    return new PlainFiles(plain);
  }

  void add(ResourceFile file, boolean namespacedType) {
    roots.add(file.place().root());
    index.add(file, namespacedType);
  }

  void add(LogFile file) {
    roots.add(file.root());
    logs.add(file);
  }

  void add(String path, PlainFile file) {
    plain.put(path, file);
    if (file.relative().startsWith("monitoring/")) {
      roots.add(file.root());
      shapes.putIfAbsent(file.root(), Producers.OPENSHIFT);
    } else if (file.relative().startsWith("virtualization/")) {
      roots.add(file.root());
      shapes.putIfAbsent(file.root(), Producers.VIRTUALIZATION);
    }
  }

  void add(Discovery document) {
    discoveries.add(document);
  }

  /** Notes a folder that only the OpenShift image writes. */
  void addOpenShiftShape(String root) {
    shapes.putIfAbsent(root, Producers.OPENSHIFT);
  }

  /** Notes a file of the virtualization image's collector of custom resources. */
  void addCollected(Place.Objects objects, String path) {
    // A folder of snapshots alone does not tell that the others were collected.
    if (objects.group().endsWith("kubevirt.io")) {
      customResourceFolders.putIfAbsent(
          objects.root(), path.substring(0, path.lastIndexOf('/') + 1));
    }
    shapes.put(objects.root(), Producers.VIRTUALIZATION);
  }

  /** Whether anything came by that only a must-gather has. */
  boolean isMustGather() {
    if (!roots.isEmpty()) {
      return true;
    }
    for (PlainFile file : plain.values()) {
      if (file.provesMustGather()) {
        return true;
      }
    }
    return false;
  }

  Producers producers() {
    Map<String, String> versions = new HashMap<>();
    for (PlainFile file : plain.values()) {
      if (file.isVersion() && file.provesMustGather()) {
        versions.put(file.root(), new String(file.content().bytes(), StandardCharsets.UTF_8));
      }
    }
    return Producers.of(versions, roots, shapes);
  }

  /** A folder of custom resources for each producer that collected them, by its root. */
  Map<String, String> customResourceFolders(Producers producers) {
    Map<String, String> folders = new HashMap<>();
    for (Map.Entry<String, String> folder : customResourceFolders.entrySet()) {
      folders.putIfAbsent(producers.of(folder.getKey()).root(), folder.getValue());
    }
    return folders;
  }

  /** Leaves out the trees of other clusters; their folders, each once. */
  List<String> leaveOutOtherClusters() {
    Set<String> places = new TreeSet<>(roots);
    for (PlainFile file : plain.values()) {
      places.add(file.root());
    }
    Map<String, String> others = Clusters.others(roots, places, index);
    if (others.isEmpty()) {
      return List.of();
    }
    List<String> folders = new ArrayList<>();
    String around = null;
    for (Map.Entry<String, String> other : others.entrySet()) {
      String root = other.getKey();
      if (around == null || !root.startsWith(around)) {
        around = root;
        folders.add(folder(root));
        problems.accept(new Problem(folder(root), Problem.Kind.UNREADABLE, other.getValue()));
      }
    }
    Set<String> left = others.keySet();
    index.removeRoots(left);
    logs.removeRoots(left);
    plain.values().removeIf(file -> left.contains(file.root()));
    discoveries.removeIf(document -> left.contains(document.root()));
    roots.removeAll(left);
    shapes.keySet().removeAll(left);
    customResourceFolders.keySet().removeAll(left);
    return folders;
  }

  /** Leaves out what a newer gather tells as well. */
  void leaveOutOlder(Producers producers) {
    Generations generations = Generations.of(producers, plain.values());
    List<Producers.Producer> older = generations.olderOnes();
    if (older.isEmpty()) {
      return;
    }
    index.removeOlder(generations);
    logs.removeOlder(generations);
    generations.removeOlder(discoveries, Discovery::root);
    Map<String, List<PlainFile>> same = new HashMap<>();
    for (PlainFile file : plain.values()) {
      if (!file.isVersion() && !file.isTimestamp()) {
        same.computeIfAbsent(file.relative(), k -> new ArrayList<>()).add(file);
      }
    }
    Set<PlainFile> left = new HashSet<>(plain.values());
    for (List<PlainFile> files : same.values()) {
      List<PlainFile> newest = new ArrayList<>(files);
      generations.removeOlder(newest, PlainFile::root);
      files.removeAll(newest);
      left.removeAll(files);
    }
    plain.values().retainAll(left);
    for (Producers.Producer producer : older) {
      problems.accept(
          new Problem(
              folder(producer.root()),
              Problem.Kind.UNREADABLE,
              "an older gather: what a newer one has as well is not used"));
    }
  }

  private static String folder(String root) {
    return root.isEmpty() ? "" : root.substring(0, root.length() - 1);
  }

  /** Those that anything shows to exist. */
  Set<String> namespaces() {
    Set<String> namespaces = new HashSet<>(logs.namespaces());
    for (ResourceFile file : index.allFiles()) {
      Place.Objects objects = file.place();
      if (!objects.namespace().isEmpty()) {
        namespaces.add(objects.namespace());
      }
      if (objects.plural().equals("namespaces") && !objects.name().isEmpty()) {
        namespaces.add(objects.name());
      }
    }
    return namespaces;
  }
}
