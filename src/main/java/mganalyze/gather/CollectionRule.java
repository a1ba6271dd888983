package mganalyze.gather;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code collections.tsv}: what a producer always collects. The file's head explains its
 * columns.
 */
record CollectionRule(
    String product,
    List<String> types,
    boolean cluster,
    String label,
    String proof,
    List<String> unless) {

  static List<CollectionRule> load() {
    List<CollectionRule> rules = new ArrayList<>();
    try (InputStream in = CollectionRule.class.getResourceAsStream("/gather/collections.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          rules.add(parse(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rules;
  }

  private static CollectionRule parse(String line) {
    String[] cells = line.split("\t", -1);
    String product = cells[0].equals("openshift") ? Producers.OPENSHIFT : Producers.VIRTUALIZATION;
    return new CollectionRule(
        product,
        List.of(cells[1].split(",")),
        cells[2].equals("cluster"),
        cells[3],
        cells[4],
        cells[5].isEmpty() ? List.of() : List.of(cells[5].split(",")));
  }

  boolean covers(ResourceType type) {
    if (cluster == type.namespaced()) {
      return false;
    }
    for (String pattern : types) {
      boolean wild = pattern.startsWith("*.");
      if (wild
          ? isInGroup(type.group(), pattern.substring(2))
          : pattern.equals(type.qualifiedPlural())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInGroup(String group, String pattern) {
    return group.equals(pattern) || group.endsWith("." + pattern);
  }
}
