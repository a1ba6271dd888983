package mganalyze.shell.awk;

/** What ends an awk program with an error while it runs. */
final class AwkException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AwkException(String message) {
    super(message, null, false, false);
  }
}
