package mganalyze.yaml;

/** Thrown where {@link BlockParser} meets YAML that Kubernetes tools do not write. */
final class Unusual extends RuntimeException {

  private static final long serialVersionUID = 1L;

  // It has neither trace nor message of its own, and is thrown for many files.
  @SuppressWarnings("StaticAssignmentOfThrowable")
  static final Unusual YAML = new Unusual();

  private Unusual() {
    super(null, null, false, false);
  }
}
