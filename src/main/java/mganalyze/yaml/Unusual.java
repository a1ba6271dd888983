package mganalyze.yaml;

/** Thrown where {@link BlockParser} meets YAML that Kubernetes tools do not write. */
final class Unusual extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final Unusual YAML = new Unusual();

  private Unusual() {
    super(null, null, false, false);
  }
}
