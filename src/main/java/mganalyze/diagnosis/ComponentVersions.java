package mganalyze.diagnosis;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mganalyze.gather.ClusterFacts;

/**
 * The versions of the components, in their own counting. Downstream builds report the product's
 * version (4.16) where upstream ones report their own (1.12); the product's are translated, since
 * alerts changed with the components' own versions.
 */
final class ComponentVersions {
  /**
   * OpenShift Virtualization 4.x: versions of hco, kubevirt, cdi, cnao, ssp, hpp, as the operator's
   * build configuration pins them.
   */
  private static final String[][] PRODUCT = {
    {"4.13", "1.9", "0.59.0", "1.56.0", "0.85.0", "0.17.0", "0.17.0"},
    {"4.14", "1.10", "1.0.0", "1.57.0", "0.89.0", "0.18.0", "0.17.0"},
    {"4.15", "1.11", "1.1.1", "1.58.1", "0.91.0", "0.19.0", "0.18.0"},
    {"4.16", "1.12", "1.2.2", "1.59.0", "0.93.0", "0.20.0", "0.19.0"},
    {"4.17", "1.13", "1.3.1", "1.60.3", "0.95.0", "0.21.1", "0.20.0"},
    {"4.18", "1.14", "1.4.0", "1.61.1", "0.97.3", "0.22.2", "0.21.0"},
    {"4.19", "1.15", "1.5.2", "1.62.0", "0.98.2", "0.23.1", "0.22.0"},
    {"4.20", "1.16", "1.6.2", "1.63.1", "0.100.2", "0.24.1", "0.22.0"},
    {"4.21", "1.17", "1.7.1", "1.64.0", "0.101.2", "0.24.1", "0.24.0"},
    {"4.22", "1.18", "1.8.4", "1.65.0", "0.102.0", "0.25.0", "0.25.0"},
  };

  private static final String[] COMPONENTS = {"hco", "kubevirt", "cdi", "cnao", "ssp", "hpp"};

  private final Map<String, String> versions = new TreeMap<>();

  ComponentVersions(ClusterFacts cluster) {
    if (cluster.virtualizationVersion().isPresent()) {
      fromProduct(cluster.virtualizationVersion().get());
    }
    for (Map.Entry<String, String> component : cluster.componentVersions().entrySet()) {
      String version = component.getValue();
      if (!isProduct(version)) {
        versions.put(component.getKey(), version);
      } else if (versions.isEmpty()) {
        // Only where the product's own version is not known does a component's stand for it.
        fromProduct(version);
      }
    }
  }

  private static boolean isProduct(String version) {
    return version.startsWith("4.") || version.startsWith("v4.");
  }

  private void fromProduct(String version) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    if (!isProduct(plain)) {
      versions.put("hco", plain);
      fromUpstream(plain);
      return;
    }
    for (String[] row : PRODUCT) {
      if (isMinor(plain, row[0])) {
        put(row);
        return;
      }
    }
    afterTheTable(plain);
  }

  /** Product 4.x is built from hco 1.(x - 4); what else is in a later one, is not known. */
  private void afterTheTable(String product) {
    Matcher minor = Pattern.compile("^4\\.(\\d{2,4})\\b").matcher(product);
    int last = PRODUCT.length + 12;
    if (minor.find() && Integer.parseInt(minor.group(1)) > last) {
      versions.put("hco", "1." + (Integer.parseInt(minor.group(1)) - 4));
    }
  }

  private void fromUpstream(String hco) {
    for (String[] row : PRODUCT) {
      if (isMinor(hco, row[1])) {
        put(row);
        versions.put("hco", hco);
      }
    }
  }

  private static boolean isMinor(String version, String minor) {
    return version.equals(minor)
        || version.startsWith(minor + ".")
        || version.startsWith(minor + "-");
  }

  private void put(String[] row) {
    for (int i = 0; i < COMPONENTS.length; i++) {
      versions.put(COMPONENTS[i], row[i + 1]);
    }
  }

  /** The version of hco, kubevirt, cdi, cnao, ssp or hpp, where the archive tells. */
  Optional<String> of(String component) {
    return Optional.ofNullable(versions.get(component));
  }

  Map<String, String> all() {
    return versions;
  }
}
