package mganalyze.shell;

/** An expansion that ends the command line, as bash ends it: a division by zero and the like. */
final class ExpansionException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  ExpansionException(String message, int status) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
