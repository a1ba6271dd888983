package mganalyze.shell;

/** A command that would change the cluster, or that only a live cluster or a person can answer. */
public final class NeedsClusterException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Refusal.Kind kind;

  /**
   * @param message one line that names the command and says why it does not run
   */
  public NeedsClusterException(String message) {
    this(Refusal.Kind.NEEDS_LIVE_CLUSTER, message);
  }

  NeedsClusterException(Refusal.Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** A step that a person has to do by hand, such as a look at a node's journal. */
  public static NeedsClusterException manual(String message) {
    return new NeedsClusterException(Refusal.Kind.MANUAL, message);
  }

  /** Whether it is for the cluster or for a person. */
  public Refusal.Kind kind() {
    return kind;
  }
}
