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
import java.util.concurrent.ForkJoinPool;
import mganalyze.archive.ArchiveFacts;
import mganalyze.archive.Content;
import mganalyze.archive.EntryHeader;
import mganalyze.archive.EntryVisitor;
import mganalyze.finding.Problem;

/**
 * Files each entry of an archive by what its path says it is, while the archive streams by; used
 * once.
 */
public final class GatherBuilder implements EntryVisitor {
  private static final byte[] API_VERSION = "apiVersion".getBytes(StandardCharsets.UTF_8);

  private final List<ResourceType> known = TypeTable.load();
  private final Layout layout;
  private final Runnable onVirtualization;
  private boolean seenVirtualization;
  private final Map<String, ResourceType> knownByName = new HashMap<>();
  private final ProblemList problems = new ProblemList();
  private final ResourceIndex index = new ResourceIndex(problems);
  private final Logs logs = new Logs();
  private final TreeMap<String, PlainFile> plain = new TreeMap<>();
  private final List<Discovery> discoveries = new ArrayList<>();
  private final Set<String> roots = new TreeSet<>();
  private final Map<String, String> shapes = new HashMap<>();
  private final Map<String, String> customResourceFolders = new HashMap<>();
  private Place place = new Place.Noise("");

  /** Takes what is called once, when the first entry of OpenShift Virtualization comes by. */
  public GatherBuilder(Runnable onVirtualization) {
    this.onVirtualization = onVirtualization;
    for (ResourceType type : known) {
      knownByName.put(type.qualifiedPlural(), type);
    }
    layout = Layout.of(known);
  }

  @Override
  public Choice choose(EntryHeader header) {
    place = layout.classify(header.path());
    if (place instanceof Place.Noise) {
      return isWorthOpening(header)
          ? Choice.OPEN
          : keepsDiscovery(header.path()) ? Choice.KEEP : Choice.SKIP;
    }
    if (place instanceof Place.Plain file) {
      return PlainFile.isAsked(file.relative())
          ? (PlainFile.isNested(file.relative()) ? Choice.OPEN : Choice.KEEP)
          : Choice.SKIP;
    }
    return Choice.KEEP;
  }

  private static boolean keepsDiscovery(String path) {
    return path.endsWith("aggregated-discovery-apis.yaml")
        || path.endsWith("aggregated-discovery-api.yaml");
  }

  /**
   * A must-gather in a case bundle, or one that packed itself; not the many tarballs of other
   * things.
   */
  private static boolean isWorthOpening(EntryHeader header) {
    String path = header.path();
    return header.holdsArchive()
        && !path.contains("network_logs/")
        && !path.contains("nodes/")
        && !path.contains("sosreport-")
        && !path.contains("static-pods/")
        && !path.contains("audit_logs/")
        && !path.contains("/logs/");
  }

  @Override
  public void kept(EntryHeader header, Content content) {
    String path = header.path();
    if (keepsDiscovery(path)) {
      Discovery discovery = new Discovery(path, content);
      discoveries.add(discovery);
      // Parsed while the rest of the archive is still being unpacked.
      ForkJoinPool.commonPool().execute(discovery::types);
      return;
    }
    // The place was found when the entry was chosen; this is the same entry.
    if (place instanceof Place.Objects objects) {
      keepObjects(path, objects, content, header.partial(), header.head());
    } else if (place instanceof Place.ContainerLog log) {
      roots.add(log.root());
      logs.add(new LogFile(path, log, content, header.partial()));
    } else if (place instanceof Place.Plain file) {
      plain.put(path, new PlainFile(file.root(), file.relative(), content));
      shape(file.root(), file.relative());
    }
  }

  private void keepObjects(
      String path, Place.Objects objects, Content content, boolean cut, byte[] head) {
    roots.add(objects.root());
    String name =
        objects.group().isEmpty() ? objects.plural() : objects.plural() + "." + objects.group();
    ResourceType type = knownByName.get(name);
    boolean namespaced = type == null ? !objects.namespace().isEmpty() : type.namespaced();
    index.add(new ResourceFile(path, objects, content, cut), namespaced);
    if (!looksLikeObjects(head)) {
      problems.accept(new Problem(path, Problem.Kind.NOT_A_RESOURCE, ResourceFile.describe(head)));
    }
    if (!seenVirtualization && objects.group().endsWith("kubevirt.io")) {
      seenVirtualization = true;
      onVirtualization.run();
    }
    String below = path.substring(objects.root().length());
    if (isCustomResourceCollector(below, objects)) {
      // A folder of snapshots alone does not tell that the others were collected.
      if (objects.group().endsWith("kubevirt.io")) {
        customResourceFolders.putIfAbsent(
            objects.root(), path.substring(0, path.lastIndexOf('/') + 1));
      }
      shapes.put(objects.root(), Producers.VIRTUALIZATION);
    }
    if (below.startsWith("cluster-scoped-resources/config.openshift.io/")) {
      shapes.putIfAbsent(objects.root(), Producers.OPENSHIFT);
    }
  }

  /**
   * Every object or list names its version at its top; compressed files are looked at when read.
   */
  private static boolean looksLikeObjects(byte[] head) {
    boolean packed = head.length > 1 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
    return packed || ByteSearch.contains(head, 0, head.length, API_VERSION);
  }

  /**
   * The virtualization image's collector writes folders named by whole definitions, which nothing
   * else does.
   */
  private static boolean isCustomResourceCollector(String below, Place.Objects objects) {
    return below.contains("/crs/")
        || below.startsWith(
            "cluster-scoped-resources/" + objects.plural() + "." + objects.group() + "/");
  }

  private void shape(String root, String relative) {
    if (relative.startsWith("monitoring/")) {
      roots.add(root);
      shapes.putIfAbsent(root, Producers.OPENSHIFT);
    } else if (relative.startsWith("virtualization/")) {
      roots.add(root);
      shapes.putIfAbsent(root, Producers.VIRTUALIZATION);
    }
  }

  /** Whether anything came by that only a must-gather has. */
  public boolean isMustGather() {
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

  /** Ends the reading: what came by of one cluster is now a gather. */
  public Gather build(ArchiveFacts archive) {
    List<String> otherClusters = leaveOutOthers();
    Map<String, String> versions = new HashMap<>();
    for (PlainFile file : plain.values()) {
      if (file.isVersion() && file.provesMustGather()) {
        versions.put(file.root(), new String(file.content().bytes(), StandardCharsets.UTF_8));
      }
    }
    Producers producers = Producers.of(versions, roots, shapes);
    Damage damage = new Damage(archive.problems());
    Types types = new Types(known, new Definitions(index, producers, discoveries, damage));
    Map<String, String> folders = new HashMap<>();
    for (Map.Entry<String, String> folder : customResourceFolders.entrySet()) {
      folders.putIfAbsent(producers.of(folder.getKey()).root(), folder.getValue());
    }
    return new GatherAssembly(
            index,
            types,
            producers,
            logs,
            new PlainFiles(plain),
            namespaces(),
            problems,
            damage,
            folders,
            otherClusters)
        .assemble();
  }

  /** The folders that are left out, each once. */
  private List<String> leaveOutOthers() {
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
        String folder = root.isEmpty() ? "" : root.substring(0, root.length() - 1);
        folders.add(folder);
        problems.accept(new Problem(folder, Problem.Kind.UNREADABLE, other.getValue()));
      }
    }
    Set<String> left = others.keySet();
    index.removeRoots(left);
    logs.removeRoots(left);
    plain.values().removeIf(file -> left.contains(file.root()));
    discoveries.removeIf(
        document ->
            left.contains(document.path().substring(0, document.path().lastIndexOf('/') + 1)));
    roots.removeAll(left);
    shapes.keySet().removeAll(left);
    customResourceFolders.keySet().removeAll(left);
    return folders;
  }

  /** Those that anything shows to exist. */
  private Set<String> namespaces() {
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
