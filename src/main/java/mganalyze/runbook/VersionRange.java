package mganalyze.runbook;

import java.util.Optional;

/**
 * The versions of a component that have an alert.
 *
 * @param component a key of the cluster's component versions, for example kubevirt
 * @param since the first version that has it, where the first known ones do not
 * @param removed the first version that has it no more
 * @param successor what to look at instead, a sentence or a name
 */
public record VersionRange(
    String component,
    Optional<String> since,
    Optional<String> removed,
    Optional<String> successor) {

  /** Whether a version such as {@code v1.6.3-150700} lies in the range. */
  public boolean holds(String version) {
    return since.filter(first -> compare(version, first) < 0).isEmpty()
        && removed.filter(gone -> compare(version, gone) >= 0).isEmpty();
  }

  /** Whether one version is older than another. */
  public static boolean isBefore(String version, String other) {
    return compare(version, other) < 0;
  }

  /** Compares dotted numbers; a leading v and everything behind the numbers is ignored. */
  static int compare(String left, String right) {
    String[] a = numbers(left);
    String[] b = numbers(right);
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int difference = Integer.compare(number(a, i), number(b, i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static String[] numbers(String version) {
    String text = version.startsWith("v") ? version.substring(1) : version;
    int end = 0;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return text.substring(0, end).split("\\.");
  }

  private static int number(String[] parts, int index) {
    if (index >= parts.length || parts[index].isEmpty() || parts[index].length() > 9) {
      return 0;
    }
    return Integer.parseInt(parts[index]);
  }
}
