package mganalyze.gather;

/**
 * Orders the versions of one object; they are decimal numbers of any length, and an unknown one is
 * the oldest.
 */
final class ResourceVersion {
  private ResourceVersion() {}

  static int compare(String left, String right) {
    return left.length() != right.length()
        ? Integer.compare(left.length(), right.length())
        : left.compareTo(right);
  }
}
