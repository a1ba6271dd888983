package mganalyze.gather;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells from its path what an entry is. Roots are found by shape: the last {@code
 * namespaces/<namespace>/…} or {@code cluster-scoped-resources/…} in the path, so that nested
 * inspect trees ({@code istio/}, {@code namespaces/all/}) are roots of their own.
 */
public final class Layout {
  private static final String CLUSTER = "cluster-scoped-resources";

  private final Set<String> crdNames;

  private Layout(Set<String> crdNames) {
    this.crdNames = Set.copyOf(crdNames);
  }

  /** The layout as far as it depends on which types are known. */
  public static Layout of(Collection<ResourceType> known) {
    Set<String> crdNames = new HashSet<>();
    for (ResourceType type : known) {
      if (type.custom()) {
        crdNames.add(type.qualifiedPlural());
      }
    }
    return new Layout(crdNames);
  }

  /** What the entry at a path of the archive is. */
  public Place classify(String path) {
    if (isOfMac(path)) {
      return new Place.Noise("");
    }
    int insights = path.indexOf("insights-data/");
    if (insights >= 0) {
      return new Place.Plain(path.substring(0, insights), path.substring(insights));
    }
    EntryPath entry = new EntryPath(path);
    int anchor = anchor(entry);
    if (anchor < 0) {
      return OutsideLayout.classify(entry);
    }
    String root = entry.folder(anchor);
    return entry.has(CLUSTER, anchor)
        ? classifyCluster(root, entry, anchor + 1)
        : new NamespaceLayout(root, entry, anchor + 1).classify();
  }

  /** What macOS packs beside each file under the file's own name: its attributes. */
  private static boolean isOfMac(String path) {
    return path.startsWith("._", path.lastIndexOf('/') + 1)
        || path.startsWith("__MACOSX/")
        || path.contains("/__MACOSX/");
  }

  private static int anchor(EntryPath entry) {
    for (int i = entry.size() - 2; i >= 0; i--) {
      if (entry.has(CLUSTER, i)) {
        return i;
      }
      boolean plural = i >= 2 && entry.has(CLUSTER, i - 2);
      if (entry.has(NamespaceLayout.FOLDER, i) && i + 2 < entry.size() && !plural) {
        return i;
      }
    }
    return -1;
  }

  private Place classifyCluster(String root, EntryPath entry, int at) {
    int depth = entry.size() - at;
    if (depth < 2 || !entry.isData()) {
      return new Place.Noise(root);
    }
    String folder = entry.segment(at);
    if (folder.equals("oc_output") || folder.equals("images")) {
      return new Place.Noise(root);
    }
    if (depth == 2) {
      int dot = folder.indexOf('.');
      // `cdis.cdi.kubevirt.io/cdi.yaml` and `config.openshift.io/clusteroperators.yaml` look alike:
      // a folder that is a known type's full name holds its objects.
      return dot > 0 && crdNames.contains(folder)
          ? new Place.Objects(
              root, folder.substring(dot + 1), folder.substring(0, dot), "", entry.stem())
          : new Place.Objects(root, entry.group(at), entry.stem(), "", "");
    }
    return new Place.Objects(root, entry.group(at), entry.segment(at + 1), "", entry.stem());
  }
}
