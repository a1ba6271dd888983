package mganalyze.cli;

/** The call itself is at fault; the message is one line. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
