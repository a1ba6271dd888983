package mganalyze.shell.jq;

/** Ends a run of jq with a status. */
final class HaltException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  HaltException(int status) {
    super("status " + status, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
