package mganalyze.shell.filter;

/** Arguments that the real tool rejects too: its message and its exit status. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  UsageException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
