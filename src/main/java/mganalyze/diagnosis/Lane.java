package mganalyze.diagnosis;

/**
 * Which component of OpenShift Virtualization a pod belongs to, as the matrix and the timeline name
 * it.
 */
final class Lane {
  private Lane() {}

  /** The pod's workload: its name without the hashes that ReplicaSets and DaemonSets append. */
  static String of(String pod) {
    String name = pod;
    int dash = name.lastIndexOf('-');
    if (dash > 0 && isSuffix(name.substring(dash + 1))) {
      name = name.substring(0, dash);
      dash = name.lastIndexOf('-');
      if (dash > 0 && isHash(name.substring(dash + 1))) {
        name = name.substring(0, dash);
      }
    }
    return name;
  }

  private static boolean isSuffix(String word) {
    return word.length() == 5
        && word.chars().allMatch(c -> Character.isDigit(c) || (c >= 'a' && c <= 'z'));
  }

  /** A pod template's hash has digits in it, which the words of a workload's name have not. */
  private static boolean isHash(String word) {
    return word.length() >= 6
        && word.length() <= 10
        && word.chars().anyMatch(Character::isDigit)
        && word.chars().allMatch(c -> Character.isDigit(c) || (c >= 'a' && c <= 'z'));
  }
}
