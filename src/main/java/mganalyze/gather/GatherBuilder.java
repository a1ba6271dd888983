package mganalyze.gather;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final ByteSearch API_VERSION = new ByteSearch("apiVersion");

  private final List<ResourceType> known = TypeTable.load();
  private final Layout layout;
  private final Runnable onVirtualization;
  private boolean seenVirtualization;
  private final Map<String, ResourceType> knownByName = new HashMap<>();
  private final ProblemList problems = new ProblemList();
  private final Trees trees = new Trees(problems);
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
      trees.add(discovery);
      // Parsed while the rest of the archive is still being unpacked.
      ForkJoinPool.commonPool().execute(discovery::types);
      return;
    }
    // The place was found when the entry was chosen; this is the same entry.
    if (place instanceof Place.Objects objects) {
      keepObjects(path, objects, content, header.partial(), header.head());
    } else if (place instanceof Place.ContainerLog log) {
      trees.add(new LogFile(path, log, content, header.partial()));
    } else if (place instanceof Place.Plain file) {
      trees.add(path, new PlainFile(file.root(), file.relative(), content));
    }
  }

  private void keepObjects(
      String path, Place.Objects objects, Content content, boolean cut, byte[] head) {
    String name =
        objects.group().isEmpty() ? objects.plural() : objects.plural() + "." + objects.group();
    ResourceType type = knownByName.get(name);
    boolean namespaced = type == null ? !objects.namespace().isEmpty() : type.namespaced();
    trees.add(new ResourceFile(path, objects, content, cut), namespaced);
    if (!looksLikeObjects(head)) {
      problems.accept(new Problem(path, Problem.Kind.NOT_A_RESOURCE, ResourceFile.describe(head)));
    }
    if (!seenVirtualization && objects.group().endsWith("kubevirt.io")) {
      seenVirtualization = true;
      onVirtualization.run();
    }
    String below = path.substring(objects.root().length());
    if (isCustomResourceCollector(below, objects)) {
      trees.addCollected(objects, path);
    }
    if (below.startsWith("cluster-scoped-resources/config.openshift.io/")) {
      trees.addOpenShiftShape(objects.root());
    }
  }

  /**
   * Every object or list names its version at its top; compressed files are looked at when read.
   */
  private static boolean looksLikeObjects(byte[] head) {
    boolean packed = head.length > 1 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
    return packed || API_VERSION.isIn(head, 0, head.length);
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

  /** Whether anything came by that only a must-gather has. */
  public boolean isMustGather() {
    return trees.isMustGather();
  }

  /** Ends the reading: what came by of one cluster is now a gather. */
  public Gather build(ArchiveFacts archive) {
    List<String> otherClusters = trees.leaveOutOtherClusters();
    Producers producers = trees.producers();
    trees.leaveOutOlder(producers);
    Damage damage = new Damage(archive.problems());
    Types types =
        new Types(known, new Definitions(trees.index(), producers, trees.discoveries(), damage));
    return new GatherAssembly(
            trees.index(),
            types,
            producers,
            trees.logs(),
            trees.plainFiles(),
            trees.namespaces(),
            problems,
            damage,
            trees.customResourceFolders(producers),
            otherClusters)
        .assemble();
  }
}
